/** Settlement: zones in force, who settles there with which aid, and who would have come without it. */
import type { AIDS } from '../world/delegation/delegation-counts.js';
import { count, type Entry, family, share, type Terms, type Words } from './indicator.js';
import { deadweightOf, signedFor } from './measures-delegation.js';

type Aid = keyof typeof AIDS;

const ZONED = { zipPeople: 1, zacPeople: 1 };

/** Names of the aids, as a contract is called. */
const CONTRACTS: Readonly<Record<Aid, Words>> = {
  optionDemographie: { en: '“Option démographie”, signed', fr: 'Options démographie signées' },
  ptmg: { en: 'PTMG contracts signed', fr: 'Contrats de PTMG signés' },
  ptma: { en: 'PTMA contracts signed', fr: 'Contrats de PTMA signés' },
  caim: { en: 'CAIM contracts signed', fr: 'CAIM signés' },
  coscom: { en: 'COSCOM contracts signed', fr: 'COSCOM signés' },
  cstm: { en: 'CSTM contracts signed', fr: 'CSTM signés' },
  cotram: { en: 'COTRAM contracts signed', fr: 'COTRAM signés' },
  settlingAid2026: { en: 'One-off aids to settle, granted', fr: 'Aides uniques à l’installation accordées' },
  takeover: { en: 'Aids to take over a practice, granted', fr: 'Aides à la reprise accordées' },
  cesp: { en: 'GPs who settle under a CESP', fr: 'Installations sous CESP' },
  local: { en: 'GPs who settle under a regional grant', fr: 'Installations sous bourse régionale' },
};

/** Aids for those who settle: the others pay GPs who are there, and move nobody. */
const FOR_NEWCOMERS: readonly Aid[] = [
  'optionDemographie',
  'ptmg',
  'ptma',
  'caim',
  'settlingAid2026',
  'takeover',
  'cesp',
  'local',
];
const sumOf = (aids: readonly Aid[], measure: (aid: Aid) => keyof Terms): Terms =>
  Object.fromEntries(aids.map((aid) => [measure(aid), 1]));
const RECIPIENTS = sumOf(FOR_NEWCOMERS, signedFor);

const byAid: readonly Entry[] = (Object.keys(CONTRACTS) as Aid[]).map((aid) => ({
  id: `${aid}Contracts`,
  unit: 'contracts',
  label: CONTRACTS[aid],
  definition: {
    en: `${CONTRACTS[aid].en} in the year, at the GP’s practice.`,
    fr: `${CONTRACTS[aid].fr} dans l’année, au lieu d’exercice.`,
  },
  base: 'aidRecipients',
  date: 'year',
  kind: count({ [signedFor(aid)]: 1 }),
}));

export const SETTLEMENT = family('settlement', [
  {
    id: 'zipShare',
    unit: 'percent',
    label: { en: 'People in ZIP in force', fr: 'Population en ZIP en vigueur' },
    definition: {
      en: 'Share of people in priority zones (ZIP) of the arrêté in force; the groups ZIP and ZAC follow the rank of each December instead.',
      fr: 'Part de la population dans les zones d’intervention prioritaire (ZIP) de l’arrêté en vigueur ; les groupes ZIP et ZAC suivent, eux, le rang de chaque décembre.',
    },
    base: 'people',
    date: 'december',
    kind: share({ zipPeople: 1 }, { people: 1 }),
  },
  {
    id: 'zonedShare',
    unit: 'percent',
    label: { en: 'People in zones in force', fr: 'Population en zone (arrêté en vigueur)' },
    definition: {
      en: 'Share of people in priority (ZIP) or complementary zones (ZAC) of the arrêté in force.',
      fr: 'Part de la population en zone d’intervention prioritaire (ZIP) ou d’action complémentaire (ZAC) de l’arrêté en vigueur.',
    },
    base: 'people',
    date: 'december',
    kind: share(ZONED, { people: 1 }),
  },
  {
    id: 'gpsInZones',
    unit: 'gps',
    label: { en: 'GPs in zones in force', fr: 'Généralistes en zone (arrêté en vigueur)' },
    definition: {
      en: 'GPs in practice, liberal or salaried, in ZIP or ZAC of the arrêté in force.',
      fr: 'Généralistes en exercice, libéraux ou salariés, en ZIP ou ZAC de l’arrêté en vigueur.',
    },
    base: 'allGps',
    date: 'december',
    kind: count({ zonedGps: 1 }),
  },
  {
    id: 'committedGps',
    unit: 'gps',
    label: { en: 'GPs bound to their zone', fr: 'Généralistes engagés dans leur zone' },
    definition: {
      en: 'GPs in practice whom an aid or an allowance binds to stay.',
      fr: 'Généralistes en exercice qu’une aide ou une allocation engage à rester.',
    },
    base: 'allGps',
    date: 'december',
    kind: count({ committedGps: 1 }),
  },
  {
    id: 'aidRecipients',
    unit: 'gps',
    label: { en: 'GPs who settle with an aid', fr: 'Installations aidées' },
    definition: {
      en: 'GPs who settled in the year with an aid or a contract of students. Aids for GPs who are there (COSCOM, CSTM, COTRAM) are not counted: they move nobody here.',
      fr: 'Généralistes installés dans l’année avec une aide ou un contrat d’étudiant. Les aides aux médecins en place (COSCOM, CSTM, COTRAM) ne sont pas comptées : elles ne déplacent ici personne.',
    },
    base: 'aidRecipients',
    date: 'year',
    kind: count(RECIPIENTS),
  },
  {
    id: 'aidDeadweightShare',
    unit: 'percent',
    label: { en: 'Deadweight of aids to settle', fr: 'Effet d’aubaine des aides à l’installation' },
    definition: {
      en: 'Share of the GPs who settled with an aid who would have chosen a zone of the same kind without it, in the same month and the same market.',
      fr: 'Part des généralistes installés avec une aide qui auraient choisi sans elle une zone de même nature, le même mois et sur le même marché.',
    },
    base: 'aidRecipients',
    date: 'year',
    better: 'less',
    kind: share(sumOf(FOR_NEWCOMERS, deadweightOf), RECIPIENTS),
  },
  {
    id: 'salariedPostsOpen',
    unit: 'posts',
    label: { en: 'Open posts of salaried GPs', fr: 'Postes de médecins salariés à pourvoir' },
    definition: {
      en: 'Posts of GPs salaried by communes or départements that nobody has taken.',
      fr: 'Postes de médecins salariés de communes ou de départements que personne n’a pris.',
    },
    base: 'allGps',
    date: 'december',
    kind: count({ postsOpen: 1 }),
  },
  {
    id: 'visitedActs',
    unit: 'acts',
    label: { en: 'Acts of visiting GPs', fr: 'Actes de médecins de passage' },
    definition: {
      en: 'Acts given in the year by GPs who practise elsewhere and gave days there (solidarity days, CSTM).',
      fr: 'Actes donnés dans l’année par des généralistes exerçant ailleurs et venus y donner des journées (solidarité, CSTM).',
    },
    base: 'acts',
    date: 'year',
    kind: count({ visited: 1 }),
  },
  ...byAid,
]);
