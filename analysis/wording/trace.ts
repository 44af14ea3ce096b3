/** Words of `maillage run --trace`: one project's life, in sentences to be read aloud. */

import type { Text } from './language.js';

/** A noun after one and after several; French says zero and one and a half in the singular. */
export interface Noun {
  readonly one: Text;
  readonly many: Text;
}
const noun = (enOne: string, enMany: string, frOne: string, frMany: string): Noun => ({
  one: { en: enOne, fr: frOne },
  many: { en: enMany, fr: frMany },
});

export const TRACE_NOUNS = {
  months: noun('month', 'months', 'mois', 'mois'),
  doctors: noun('doctor', 'doctors', 'médecin', 'médecins'),
  others: noun('other professional', 'other professionals', 'autre professionnel', 'autres professionnels'),
  leaders: noun('leader', 'leaders', 'porteur', 'porteurs'),
  people: noun('person', 'people', 'habitant', 'habitants'),
  members: noun('member', 'members', 'membre', 'membres'),
  days: noun('day', 'days', 'jour', 'jours'),
  hours: noun('hour', 'hours', 'heure', 'heures'),
  euros: noun('euro', 'euros', 'euro', 'euros'),
} as const satisfies Record<string, Noun>;

export const TRACE = {
  option: {
    en: 'cpts:CODE: tell the life of the CPTS of a commune (INSEE code), month by month; CODE:2 the second that began there; cpts:? which there are',
    fr: 'cpts:CODE : raconter mois par mois la vie de la CPTS d’une commune (code Insee) ; CODE:2 la deuxième née là ; cpts:? celles qui existent',
  },
  badForm: {
    en: "--trace '{value}': write cpts: and the INSEE code of a commune, as in cpts:45234, or cpts:? for a list",
    fr: '--trace « {value} » : écrire cpts: et le code Insee d’une commune, comme cpts:45234, ou cpts:? pour une liste',
  },
  unknownCode: {
    en: "--trace: there is no commune of code '{code}'; nearest: {near}",
    fr: '--trace : aucune commune n’a le code « {code} » ; les plus proches : {near}',
  },
  oneRun: {
    en: '--trace tells one run: leave out --replicates, or give --replicates 1',
    fr: '--trace raconte une seule exécution : retirer --replicates, ou donner --replicates 1',
  },
  title: { en: 'The CPTS of {seat} ({code})', fr: 'La CPTS, commune : {seat} ({code})' },
  titleNth: {
    en: 'CPTS number {ordinal} of {seat} ({code})',
    fr: 'La CPTS n° {ordinal}, commune : {seat} ({code})',
  },
  none: {
    en: 'No CPTS held {place} ({code}) in this run.',
    fr: 'Aucune CPTS n’a tenu {place} ({code}) dans cette exécution.',
  },
  noneNth: {
    en: 'No CPTS number {ordinal} began in {place} ({code}) in this run.',
    fr: 'Aucune CPTS n° {ordinal} dans cette exécution pour la commune : {place} ({code}).',
  },
  someAlive: {
    en: 'Some that live at the end: {names}.',
    fr: 'Quelques-unes qui vivent à la fin : {names}.',
  },
  noneAlive: {
    en: 'No CPTS lives at the end of this run.',
    fr: 'Aucune CPTS ne vit à la fin de cette exécution.',
  },
  listTitle: {
    en: 'CPTS at the end of the run, some of {count}',
    fr: 'CPTS à la fin de l’exécution, quelques-unes sur {count}',
  },
  columns: {
    code: { en: 'code', fr: 'code' },
    seat: { en: 'commune', fr: 'commune' },
    stage: { en: 'stage', fr: 'stade' },
  },
  listSeparator: { en: ', ', fr: ', ' },
  lastAnd: { en: ' and ', fr: ' et ' },
} as const;

/** Names of stages, in the order of `sim/world/teams/projects.ts`. */
export const TRACE_STAGES: readonly Text[] = [
  { en: 'none', fr: 'aucun' },
  { en: 'pre-project', fr: 'avant-projet' },
  { en: 'letter with the ARS', fr: 'lettre à l’ARS' },
  { en: 'writing the health project', fr: 'rédaction du projet de santé' },
  { en: 'project with the ARS', fr: 'projet à l’ARS' },
  { en: 'negotiating the ACI', fr: 'négociation de l’ACI' },
  { en: 'signed', fr: 'signée' },
  { en: 'ended', fr: 'éteinte' },
  { en: 'merged', fr: 'fusionnée' },
];

/** Slots of supporters, in the order of the domain `supporterSlot`. */
export const TRACE_SUPPORTERS: readonly Text[] = [
  { en: 'the union of liberal professions (InterURPS)', fr: 'l’union des professions libérales (InterURPS)' },
  { en: 'the federation', fr: 'la fédération' },
  { en: 'a consulting firm', fr: 'un cabinet de conseil' },
];

/** Missions, in the order of the domain `cptsMission`. */
export const TRACE_MISSIONS: readonly Text[] = [
  { en: 'access to care', fr: 'accès aux soins' },
  { en: 'care pathways', fr: 'parcours' },
  { en: 'prevention', fr: 'prévention' },
  { en: 'health crises', fr: 'crises sanitaires' },
  { en: 'quality', fr: 'qualité' },
  { en: 'support to professionals', fr: 'accompagnement des professionnels' },
];
