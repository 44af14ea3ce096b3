/** Who works for coordinated practice: GPs, coordinators, supporters, agencies; and what agencies become. */
import { MONTHS_PER_YEAR } from '../base/calendar.js';
import { count, family, type Kind, PERCENT, ratio, share } from './indicator.js';
import type { MeasureId } from './measures.js';

const WORKED = { hoursJoint: 1, hoursIndicators: 1, hoursLeadership: 1 };
/** Mean over people of what their région or département has. */
const mean = (id: MeasureId, factor = 1): Kind => ratio({ [id]: 1 }, { people: 1 }, factor);

export const INSTITUTIONS = family('institutions', [
  {
    id: 'coordinationHours',
    unit: 'hoursPerYear',
    label: { en: 'Collective work of a GP', fr: 'Travail collectif d’un généraliste' },
    definition: {
      en: 'Hours a year that GPs give to meetings, joint work, indicators and leadership of teams and CPTS, divided by the number of liberal GPs.',
      fr: 'Heures par an que les généralistes donnent aux réunions, au travail commun, aux indicateurs et à la conduite des équipes et des CPTS, rapportées au nombre de libéraux.',
    },
    base: 'liberalGps',
    date: 'year',
    kind: ratio(WORKED, { gpLiberalMonths: 1 }, MONTHS_PER_YEAR),
  },
  {
    id: 'coordinationIndicatorShare',
    unit: 'percent',
    label: {
      en: 'Collective work that goes to indicators',
      fr: 'Travail collectif consacré aux indicateurs',
    },
    definition: {
      en: 'Share of the hours of GPs in collective work that go to the indicators and reports of CPTS.',
      fr: 'Part des heures de travail collectif des généralistes qui va aux indicateurs et aux bilans des CPTS.',
    },
    base: 'liberalGps',
    date: 'year',
    better: 'less',
    kind: share({ hoursIndicators: 1 }, WORKED),
  },
  {
    id: 'coordinationUnpaidShare',
    unit: 'percent',
    label: { en: 'Collective work that nobody pays', fr: 'Travail collectif que personne ne paie' },
    definition: {
      en: 'Share of the hours of GPs in collective work that are not paid.',
      fr: 'Part des heures de travail collectif des généralistes qui ne sont pas payées.',
    },
    base: 'liberalGps',
    date: 'year',
    better: 'less',
    kind: share({ hoursUnpaid: 1 }, WORKED),
  },
  {
    id: 'hoursFreed',
    unit: 'hoursPerYear',
    label: { en: 'Hours that teams free for a GP', fr: 'Heures libérées par les équipes' },
    definition: {
      en: 'Hours a year that the secretariat and shared means of teams give back to their GPs for patients, divided by the number of liberal GPs.',
      fr: 'Heures par an que le secrétariat et les moyens communs des équipes rendent à leurs généralistes pour les patients, rapportées au nombre de libéraux.',
    },
    base: 'liberalGps',
    date: 'year',
    better: 'more',
    kind: ratio({ hoursFreed: 1 }, { gpLiberalMonths: 1 }, MONTHS_PER_YEAR),
  },
  {
    id: 'gpTrust',
    unit: 'index',
    label: { en: 'Trust of GPs in collective work', fr: 'Confiance des généralistes dans le collectif' },
    definition: {
      en: 'Mean trust of liberal GPs in collective work, 0 to 1: a state of the model that no survey measures.',
      fr: 'Confiance moyenne des généralistes libéraux dans le travail collectif, de 0 à 1 : un état du modèle qu’aucune enquête ne mesure.',
    },
    base: 'liberalGps',
    date: 'december',
    kind: ratio({ gpTrust: 1 }, { gpsLiberal: 1 }),
  },
  {
    id: 'cptsDaysLeaders',
    unit: 'effortDays',
    label: { en: 'Work of leaders on CPTS', fr: 'Travail des porteurs pour les CPTS' },
    definition: {
      en: 'Days of work that leaders of all professions gave to CPTS in the year.',
      fr: 'Jours de travail que les porteurs de toutes professions ont donnés aux CPTS dans l’année.',
    },
    base: 'cpts',
    date: 'year',
    kind: count({ daysLeaders: 1 }),
  },
  {
    id: 'cptsDaysCoordinator',
    unit: 'effortDays',
    label: { en: 'Work of coordinators on CPTS', fr: 'Travail des coordinateurs pour les CPTS' },
    definition: {
      en: 'Days of work that coordinators gave to CPTS in the year.',
      fr: 'Jours de travail que les coordinateurs ont donnés aux CPTS dans l’année.',
    },
    base: 'cpts',
    date: 'year',
    kind: count({ daysCoordinator: 1 }),
  },
  {
    id: 'cptsDaysSupporter',
    unit: 'effortDays',
    label: { en: 'Work of supporters on CPTS', fr: 'Travail des accompagnateurs pour les CPTS' },
    definition: {
      en: 'Days of work that unions, federations and firms gave to CPTS in the year.',
      fr: 'Jours de travail que les unions, fédérations et cabinets ont donnés aux CPTS dans l’année.',
    },
    base: 'cpts',
    date: 'year',
    kind: count({ daysSupporter: 1 }),
  },
  {
    id: 'cptsDaysFirms',
    unit: 'effortDays',
    label: { en: 'Work of consulting firms on CPTS', fr: 'Travail des cabinets de conseil pour les CPTS' },
    definition: {
      en: 'Days of work that consulting firms gave to CPTS in the year, among those of supporters.',
      fr: 'Jours de travail que les cabinets de conseil ont donnés aux CPTS dans l’année, parmi ceux des accompagnateurs.',
    },
    base: 'cpts',
    date: 'year',
    kind: count({ daysFirms: 1 }),
  },
  {
    id: 'cptsDaysAgency',
    unit: 'effortDays',
    label: { en: 'Work of agencies on CPTS', fr: 'Travail des agences pour les CPTS' },
    definition: {
      en: 'Days of work that the delegations of the ARS and the CPAM gave to CPTS in the year.',
      fr: 'Jours de travail que les délégations de l’ARS et les CPAM ont donnés aux CPTS dans l’année.',
    },
    base: 'cpts',
    date: 'year',
    kind: count({ daysAgency: 1 }),
  },
  {
    id: 'agencySkill',
    unit: 'index',
    label: { en: 'Own skill of agencies', fr: 'Savoir-faire propre des agences' },
    definition: {
      en: 'Skill of the ARS in supporting CPTS by itself, mean over people, 0 to 1: it grows with cases followed and fades when others do all.',
      fr: 'Savoir-faire de l’ARS pour accompagner elle-même les CPTS, moyenne sur la population, de 0 à 1 : il croît avec les dossiers suivis et s’efface quand d’autres font tout.',
    },
    base: 'people',
    date: 'december',
    kind: mean('agencySkill'),
  },
  {
    id: 'delegationAlignment',
    unit: 'index',
    label: { en: 'ARS and CPAM as a pair', fr: 'Binôme ARS–CPAM' },
    definition: {
      en: 'How well the delegation of the ARS and the CPAM work as a pair, mean over people, 0 to 1.',
      fr: 'Entente de la délégation de l’ARS et de la CPAM, moyenne sur la population, de 0 à 1.',
    },
    base: 'people',
    date: 'december',
    kind: mean('alignment'),
  },
  {
    id: 'supporterDominance',
    unit: 'percent',
    label: { en: 'Dominance of the supporter that sits', fr: 'Dominance de l’accompagnateur qui siège' },
    definition: {
      en: 'Share of supported CPTS carried by the supporter that sits in the commission, mean over people.',
      fr: 'Part des CPTS accompagnées que porte l’accompagnateur siégeant à la commission, moyenne sur la population.',
    },
    base: 'people',
    date: 'december',
    kind: mean('dominance', PERCENT),
  },
  {
    id: 'strategyDrift',
    unit: 'index',
    label: { en: 'Drift of the support strategy', fr: 'Dérive de la stratégie d’accompagnement' },
    definition: {
      en: 'Exclusivity that a dominant supporter adds in fact to the strategy of its région, mean over people, 0 to 1.',
      fr: 'Exclusivité qu’un accompagnateur dominant ajoute dans les faits à la stratégie de sa région, moyenne sur la population, de 0 à 1.',
    },
    base: 'people',
    date: 'december',
    kind: mean('drift'),
  },
]);
