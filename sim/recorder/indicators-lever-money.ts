/**
 * Money of the levers: delegation, settlement, both with coordinated practice, and what access to care costs in all, for
 * the cost of a gain (`compare --cost accessMoney`).
 */
import { MONTHS_PER_YEAR } from '../base/calendar.js';
import { family, ratio } from './indicator.js';
import { millions, publicMoney } from './indicators-collective-money.js';

const DELEGATION = publicMoney('delegation');
const SETTLEMENT = publicMoney('settlement');
const LEVERS = { ...publicMoney('coordination'), ...DELEGATION, ...SETTLEMENT };

export const LEVER_MONEY = family('money', [
  {
    id: 'delegationMoney',
    unit: 'millionEuros',
    label: { en: 'Public money of delegation', fr: 'Argent public de la délégation' },
    definition: {
      en: 'Public euros of the year for Asalée nurses, IPA and their training, protocols of cooperation, assistants médicaux and flat payments of teams.',
      fr: 'Euros publics de l’année pour les infirmières Asalée, les IPA et leur formation, les protocoles de coopération, les assistants médicaux et les forfaits d’équipe.',
    },
    base: 'payments',
    date: 'year',
    better: 'less',
    kind: millions(DELEGATION),
  },
  {
    id: 'settlementMoney',
    unit: 'millionEuros',
    label: { en: 'Public money of settlement', fr: 'Argent public de l’installation' },
    definition: {
      en: 'Public euros of the year for aids to settle or stay, allowances of students, salaried GPs of communes and solidarity days.',
      fr: 'Euros publics de l’année pour les aides à l’installation et au maintien, les allocations d’étudiants, les médecins salariés des collectivités et les journées de solidarité.',
    },
    base: 'payments',
    date: 'year',
    better: 'less',
    kind: millions(SETTLEMENT),
  },
  {
    id: 'leversMoney',
    unit: 'millionEuros',
    label: { en: 'Public money of all levers', fr: 'Argent public de tous les leviers' },
    definition: {
      en: 'Public euros of the year for coordinated practice, delegation and settlement.',
      fr: 'Euros publics de l’année pour l’exercice coordonné, la délégation et l’installation.',
    },
    base: 'payments',
    date: 'year',
    better: 'less',
    kind: millions(LEVERS),
  },
  {
    id: 'leversMoneyPerPerson',
    unit: 'eurosPerPersonYear',
    label: { en: 'All levers, public euros per head', fr: 'Tous les leviers, euros publics par habitant' },
    definition: {
      en: 'Public money of coordinated practice, delegation and settlement divided by the mean number of people over the year.',
      fr: 'Argent public de l’exercice coordonné, de la délégation et de l’installation rapporté à la population moyenne de l’année.',
    },
    base: 'people',
    date: 'year',
    better: 'less',
    kind: ratio(LEVERS, { personMonths: 1 }, MONTHS_PER_YEAR),
  },
  {
    id: 'accessMoney',
    unit: 'millionEuros',
    label: {
      en: 'Cost of GPs’ care and of all levers',
      fr: 'Coût des soins de généralistes et de tous les leviers',
    },
    definition: {
      en: 'Fees of GPs’ acts whoever pays, flat payments to médecins traitants, and public money of coordinated practice, delegation and settlement, of the year.',
      fr: 'Honoraires des actes de généralistes quel que soit le payeur, forfaits des médecins traitants et argent public de l’exercice coordonné, de la délégation et de l’installation, dans l’année.',
    },
    base: 'payments',
    date: 'year',
    better: 'less',
    kind: millions({ fees: 1, flatPayments: 1, ...LEVERS }),
  },
]);
