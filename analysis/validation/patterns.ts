/**
 * The patterns looked for in every run of a validation (MODEL §9). They are findings and never conditions: nothing is
 * fitted to them, and a validation passes whether or not they are seen. Left out on purpose: that delegated support fails
 * where unions are weak, and that premiums change little; those are results of comparisons, not of history.
 */
import { monthOf } from '../../sim/base/calendar.js';
import { mean, variance } from '../../sim/recorder/statistics.js';
import type { Pattern, RunView } from './pattern.js';

const BOOK = 'Seminar book of the project';
const GAUTHIER = 'Gauthier 2021 (EHESP)';
const MENARD = 'Ménard 2024 (EHESP)';
/** Last year whose figures are used. */
const NOW = 2021;
const OVERSEAS = ['01', '02', '03', '04', '06'];

/** `undefined` as soon as a number does not exist. */
function known(values: readonly number[], test: () => boolean): boolean | undefined {
  return values.every(Number.isFinite) ? test() : undefined;
}

export const PATTERNS: readonly Pattern[] = [
  {
    id: 'departementWithoutFirm',
    label: {
      en: 'A whole département under CPTS, and no consulting firm ever',
      fr: 'Un département entier en CPTS, sans aucun cabinet de conseil',
    },
    source: `${MENARD}, the Vosges`,
    seen: departementWithoutFirm,
  },
  {
    id: 'countsWithoutDepth',
    label: {
      en: 'A year in which signed CPTS grow by a tenth and their depth falls',
      fr: 'Une année où les CPTS signées croissent d’un dixième et leur profondeur baisse',
    },
    source: `${BOOK}, V3`,
    seen: (run) =>
      yearSteps(run, ['cptsSigned', 'cptsDepth'], ([signed, depth], [before, deeper]) => {
        return before > 0 && signed > before * 1.1 && depth < deeper;
      }),
  },
  {
    id: 'displayWithoutDepth',
    label: {
      en: 'Signed CPTS show more than they do: display above depth',
      fr: 'Les CPTS signées affichent plus qu’elles ne font : affichage au-dessus de la profondeur',
    },
    source: `${BOOK}, V3`,
    seen: (run) => {
      const [display, depth] = [run.value('cptsDisplay', NOW), run.value('cptsDepth', NOW)];
      return known([display, depth], () => display > depth);
    },
  },
  {
    id: 'mspNotSufficient',
    label: {
      en: 'MSP per head say little of CPTS coverage, région by région (correlation under 0.5)',
      fr: 'Les MSP par habitant disent peu de la couverture en CPTS, région par région (corrélation sous 0,5)',
    },
    source: `${GAUTHIER}, similar MSP and 9 to 21 CPTS in three régions`,
    seen: (run) => {
      const msp = run.regions.map((place) => perHead(run, 'mspOpen', place));
      const cover = run.regions.map((place) => run.value('cptsCoverage', NOW, { place }));
      return known([...msp, ...cover], () => correlation(msp, cover) < 0.5);
    },
  },
  {
    id: 'regionsDiffer',
    label: {
      en: 'CPTS coverage differs between régions (coefficient of variation over 0.3)',
      fr: 'La couverture en CPTS diffère entre régions (coefficient de variation de plus de 0,3)',
    },
    source: `${GAUTHIER}; ${BOOK}, V10`,
    seen: (run) => {
      const cover = run.regions.map((place) => run.value('cptsCoverage', NOW, { place }));
      return known([...cover], () => Math.sqrt(variance(cover)) > 0.3 * mean(cover));
    },
  },
  {
    id: 'covidSlowsNewOnes',
    label: {
      en: 'Covid: signed CPTS act at once, and foundings fall by 30 %',
      fr: 'Covid : les CPTS signées agissent aussitôt, et les fondations baissent de 30 %',
    },
    source: `${GAUTHIER}; ${MENARD}`,
    seen: covid,
  },
  {
    id: 'ruralLags',
    label: {
      en: 'Rural territories lag in CPTS coverage',
      fr: 'Les territoires ruraux tardent à être couverts',
    },
    source: `${GAUTHIER}`,
    seen: (run) => lags(run, { group: 'rural:rural' }),
  },
  {
    id: 'metropolisesLag',
    label: { en: 'Metropolises lag in CPTS coverage', fr: 'Les métropoles tardent à être couvertes' },
    source: `${GAUTHIER}, large single communes`,
    seen: (run) => lags(run, { group: 'rural:metropolis' }),
  },
  {
    id: 'overseasLags',
    label: { en: 'Overseas régions lag in CPTS coverage', fr: 'L’outre-mer tarde à être couvert' },
    source: `${GAUTHIER}; ${MENARD}`,
    seen: (run) => {
      const all = run.value('cptsCoverage', NOW);
      const places = run.regions.filter((code) => OVERSEAS.includes(code));
      const values = places.map((place) => run.value('cptsCoverage', NOW, { place }));
      return known([all, ...values], () => all > 0 && mean(values) < all);
    },
  },
  {
    id: 'otherProfessionsJoin',
    label: {
      en: 'Other professions join CPTS more than GPs do',
      fr: 'Les autres professions adhèrent aux CPTS plus que les généralistes',
    },
    source: `${BOOK}, V1`,
    seen: (run) => {
      const [all, gps] = ['cptsMembersProfessionals', 'cptsMembersGps'].map((id) => run.value(id, NOW));
      return known([all, gps], () => all > gps);
    },
  },
  {
    id: 'collectiveIsRare',
    label: {
      en: 'MSP work together by steps: most above logistics, under a quarter collective',
      fr: 'Les MSP coopèrent par paliers : la plupart au-delà de la logistique, moins d’un quart collectives',
    },
    source: `${BOOK}, V4`,
    seen: (run) => {
      const [operational, collective] = ['mspOperationalShare', 'mspCollectiveShare'].map((id) =>
        run.value(id, NOW),
      );
      return known([operational, collective], () => operational + collective > 50 && collective < 25);
    },
  },
  {
    id: 'halfUnderAci',
    label: {
      en: 'About half of MSP under ACI in 2018 (40 to 65 %)',
      fr: 'Environ la moitié des MSP sous ACI en 2018 (40 à 65 %)',
    },
    source: `${BOOK}, V5`,
    seen: (run) => {
      const share = run.value('mspAciShare', 2018);
      return known([share], () => share >= 40 && share <= 65);
    },
  },
  {
    id: 'trustGrows',
    label: {
      en: 'Level of MSP and trust of GPs grow together, 2014 to 2021',
      fr: 'Le niveau des MSP et la confiance des généralistes croissent ensemble, de 2014 à 2021',
    },
    source: `${BOOK}, V11`,
    seen: (run) => {
      const [level, trust] = ['mspLevel', 'gpTrust'].map((id) => [run.value(id, 2014), run.value(id, NOW)]);
      return known([...level, ...trust], () => level[1] > level[0] && trust[1] > trust[0]);
    },
  },
  {
    id: 'youngInGroups',
    label: {
      en: 'Young GPs go to groups and teams, near their birthplace',
      fr: 'Les jeunes généralistes vont en groupe et en équipe, près de leur lieu de naissance',
    },
    source: 'DREES; Insee Première 2024',
    seen: (run) => {
      const [young, old, near] = ['groupShareUnder50', 'groupShare60plus', 'nearBirthplace'].map((id) =>
        run.value(id, 2019),
      );
      return known([young, old, near], () => young > old && near > 45);
    },
  },
];

/** Some year from 2020 on in which the test holds of the values of the year and of those of the year before. */
function yearSteps(
  run: RunView,
  indicators: readonly string[],
  test: (now: readonly number[], before: readonly number[]) => boolean,
): boolean | undefined {
  const at = (year: number) => indicators.map((id) => run.value(id, year));
  const steps = run.years.slice(1).flatMap((year) => {
    const [now, before] = [at(year), at(year - 1)];
    return [...now, ...before].every(Number.isFinite) ? [test(now, before)] : [];
  });
  return steps.length === 0 ? undefined : steps.includes(true);
}

/** A département of which at least 95 % of people live where a CPTS exists, and where firms never gave a day. */
function departementWithoutFirm(run: RunView): boolean | undefined {
  const last = run.years[run.years.length - 1];
  if (last === undefined) return undefined;
  const taken = ['peoplePre', 'peopleWriting', 'peopleNegotiating', 'peopleSigned'] as const;
  const white = run.byDepartement('peopleWhite', last);
  const sums = taken.map((id) => run.byDepartement(id, last));
  const firms = run.years.map((year) => run.byDepartement('daysFirms', year));
  const codes = [...white.keys()];
  const people = (code: string) => sums.reduce((sum, one) => sum + (one.get(code) ?? 0), 0);
  if (codes.every((code) => people(code) === 0)) return undefined;
  return codes.some((code) => {
    const covered = people(code);
    const days = firms.reduce((sum, one) => sum + (one.get(code) ?? 0), 0);
    return days === 0 && covered > 0 && covered >= 0.95 * (covered + (white.get(code) ?? 0));
  });
}

/** The first year of Covid against the year before it. */
function covid(run: RunView): boolean | undefined {
  const months = (year: number) => Array.from({ length: 12 }, (_, i) => monthOf(year, 3) + i);
  const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0);
  const founded = (year: number) => sum(months(year).map((month) => run.monthly('cptsFounded', month)));
  const contacts = run.value('crisisContactsPer1000', 2020);
  const [before, during] = [founded(2019), founded(2020)];
  return known([contacts, before, during], () => contacts > 0 && during <= 0.7 * before);
}

function lags(
  run: RunView,
  where: { readonly group: 'rural:rural' | 'rural:metropolis' },
): boolean | undefined {
  const [all, part] = [run.value('cptsCoverage', NOW), run.value('cptsCoverage', NOW, where)];
  return known([all, part], () => all > 0 && part < all);
}

function perHead(run: RunView, indicator: string, place: string): number {
  return run.value(indicator, NOW, { place }) / run.value('population', NOW, { place });
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const [meanA, meanB] = [mean(a), mean(b)];
  const cross = mean(a.map((value, i) => (value - meanA) * (b[i] - meanB)));
  const spread = (values: readonly number[], middle: number) =>
    Math.sqrt(mean(values.map((v) => (v - middle) ** 2)));
  const both = spread(a, meanA) * spread(b, meanB);
  return both === 0 ? 0 : cross / both;
}
