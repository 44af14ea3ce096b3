/** Whom CPTS cover: by a signature, by something done for patients, and how deeply. */
import { MONTHS_PER_YEAR } from '../base/calendar.js';
import { family, type Kind, ratio, share } from './indicator.js';

const TAKEN = { peoplePre: 1, peopleWriting: 1, peopleNegotiating: 1, peopleSigned: 1 };
/** People of all areas, counted as those of the perimeters are. */
const EVERYBODY = { ...TAKEN, peopleWhite: 1 };
const personYears: Kind = { kind: 'ratio', of: { effectiveMonths: 1 }, factor: 1 / MONTHS_PER_YEAR };

export const CPTS_COVERAGE = family('cpts', [
  {
    id: 'cptsCoverage',
    unit: 'percent',
    headline: true,
    label: { en: 'People under a signed CPTS', fr: 'Population sous une CPTS signée' },
    definition: {
      en: 'Share of people who live in the perimeter of a CPTS whose ACI is signed.',
      fr: 'Part de la population vivant dans le périmètre d’une CPTS dont l’ACI est signé.',
    },
    base: 'people',
    date: 'december',
    kind: share({ peopleSigned: 1 }, EVERYBODY),
  },
  {
    id: 'cptsCoverageAny',
    unit: 'percent',
    label: { en: 'People under a CPTS, any stage', fr: 'Population d’une CPTS, tous stades' },
    definition: {
      en: 'Share of people who live where a CPTS exists, from pre-project to signed.',
      fr: 'Part de la population vivant là où existe une CPTS, de l’avant-projet à la signature.',
    },
    base: 'people',
    date: 'december',
    kind: share(TAKEN, EVERYBODY),
  },
  {
    id: 'cptsWhiteShare',
    unit: 'percent',
    label: { en: 'People in white zones', fr: 'Population en zone blanche' },
    definition: {
      en: 'Share of people who live where no CPTS exists, even as a project.',
      fr: 'Part de la population vivant là où aucune CPTS n’existe, même en projet.',
    },
    base: 'people',
    date: 'december',
    kind: share({ peopleWhite: 1 }, EVERYBODY),
  },
  {
    id: 'cptsEffectiveCoverage',
    unit: 'percent',
    headline: true,
    label: { en: 'Effective CPTS coverage', fr: 'Couverture effective des CPTS' },
    definition: {
      en: 'Share of person-months of the year lived under a CPTS signed a year ago or more that placed patients and shared unscheduled acts beyond the thresholds `coverage.effective`.',
      fr: 'Part des personnes-mois de l’année vécues dans une CPTS signée depuis un an ou plus, qui a placé des patients et partagé des actes non programmés au-delà des seuils `coverage.effective`.',
    },
    base: 'people',
    date: 'year',
    better: 'more',
    kind: share({ effectiveMonths: 1 }, { personMonths: 1 }),
  },
  {
    id: 'cptsEffectiveHalf',
    unit: 'percent',
    label: {
      en: 'Effective coverage, thresholds halved',
      fr: 'Couverture effective, seuils divisés par deux',
    },
    definition: {
      en: 'Effective CPTS coverage with both thresholds at half their value.',
      fr: 'Couverture effective des CPTS avec les deux seuils à la moitié de leur valeur.',
    },
    base: 'people',
    date: 'year',
    better: 'more',
    kind: share({ effectiveMonthsHalf: 1 }, { personMonths: 1 }),
  },
  {
    id: 'cptsEffectiveDouble',
    unit: 'percent',
    label: { en: 'Effective coverage, thresholds doubled', fr: 'Couverture effective, seuils doublés' },
    definition: {
      en: 'Effective CPTS coverage with both thresholds at twice their value.',
      fr: 'Couverture effective des CPTS avec les deux seuils au double de leur valeur.',
    },
    base: 'people',
    date: 'year',
    better: 'more',
    kind: share({ effectiveMonthsDouble: 1 }, { personMonths: 1 }),
  },
  {
    id: 'cptsDeepCoverage',
    unit: 'percent',
    label: { en: 'Deep CPTS coverage', fr: 'Couverture profonde des CPTS' },
    definition: {
      en: 'Share of person-months of the year lived under a signed CPTS of depth `coverage.deep` or more.',
      fr: 'Part des personnes-mois de l’année vécues dans une CPTS signée de profondeur au moins égale à `coverage.deep`.',
    },
    base: 'people',
    date: 'year',
    better: 'more',
    kind: share({ deepMonths: 1 }, { personMonths: 1 }),
  },
  {
    id: 'cptsDepthCoverage',
    unit: 'percent',
    label: { en: 'CPTS coverage weighted by depth', fr: 'Couverture des CPTS pondérée par la profondeur' },
    definition: {
      en: 'Person-months under signed CPTS, each weighing the depth of its CPTS, among all person-months of the year.',
      fr: 'Personnes-mois vécues dans des CPTS signées, chacune pesant la profondeur de sa CPTS, parmi toutes celles de l’année.',
    },
    base: 'people',
    date: 'year',
    better: 'more',
    kind: share({ depthMonths: 1 }, { personMonths: 1 }),
  },
  {
    id: 'cptsEffectivePersonYears',
    unit: 'personYears',
    label: { en: 'Effective person-years of CPTS', fr: 'Personnes-années effectives en CPTS' },
    definition: {
      en: 'Person-years of the year of effective CPTS coverage.',
      fr: 'Personnes-années de couverture effective des CPTS dans l’année.',
    },
    base: 'coveredPeople',
    date: 'year',
    better: 'more',
    kind: personYears,
  },
  {
    id: 'cptsDepth',
    unit: 'index',
    headline: true,
    label: { en: 'Depth of signed CPTS', fr: 'Profondeur des CPTS signées' },
    definition: {
      en: 'Mean depth of signed CPTS, weighted by people, 0 to 1: how much professionals really work together for patients.',
      fr: 'Profondeur moyenne des CPTS signées, pondérée par la population, de 0 à 1 : ce que les professionnels font vraiment ensemble pour les patients.',
    },
    base: 'coveredPeople',
    date: 'december',
    better: 'more',
    kind: ratio({ peopleDepth: 1 }, { peopleSigned: 1 }),
  },
  {
    id: 'cptsDisplay',
    unit: 'index',
    label: { en: 'Display of signed CPTS', fr: 'Affichage des CPTS signées' },
    definition: {
      en: 'Mean display of signed CPTS, weighted by people, 0 to 1: what their indicators show.',
      fr: 'Affichage moyen des CPTS signées, pondéré par la population, de 0 à 1 : ce que montrent leurs indicateurs.',
    },
    base: 'coveredPeople',
    date: 'december',
    kind: ratio({ peopleDisplay: 1 }, { peopleSigned: 1 }),
  },
]);
