/** What care costs: sums of euros, all payers together. */
import { MONTHS_PER_YEAR } from '../base/calendar.js';
import { family, type Kind, ratio, type Terms } from './indicator.js';

const MILLION = 1_000_000;
const millions = (of: Terms): Kind => ({ kind: 'ratio', of, factor: 1 / MILLION });

export const MONEY = family('money', [
  {
    id: 'consultationFees',
    unit: 'millionEuros',
    label: { en: 'Fees of GPs’ acts', fr: 'Honoraires des actes de généralistes' },
    definition: {
      en: 'Acts of GPs, liberal and in centres de santé, each at the tariff of a consultation in force in sector 1 (tarif opposable), whoever pays. Without fees above the tariff, supplements (visits, young children, nights, overseas), technical acts, flat payments, teleconsultations elsewhere and emergency visits.',
      fr: 'Actes des généralistes, libéraux et en centre de santé, chacun au tarif opposable de la consultation en vigueur en secteur 1, quel que soit le payeur. Hors dépassements, majorations (visites, jeunes enfants, nuits, outre-mer), actes techniques, forfaits, téléconsultations faites ailleurs et passages aux urgences.',
    },
    base: 'acts',
    date: 'year',
    better: 'less',
    kind: millions({ fees: 1 }),
  },
  {
    id: 'consultationFeesPerPerson',
    unit: 'eurosPerPersonYear',
    label: { en: 'Fees of GPs’ acts per person', fr: 'Honoraires des actes de généralistes par habitant' },
    definition: {
      en: 'Fees of the acts that GPs of the place gave, at the tariff of a consultation in sector 1, whoever pays, divided by the mean number of people over the year. Same scope as the sum of fees.',
      fr: 'Honoraires des actes donnés par les généralistes du lieu, au tarif opposable de la consultation, quel que soit le payeur, rapportés à la population moyenne de l’année. Même champ que la somme des honoraires.',
    },
    base: 'people',
    date: 'year',
    better: 'less',
    kind: ratio({ fees: 1 }, { personMonths: 1 }, MONTHS_PER_YEAR),
  },
  {
    id: 'flatPayments',
    unit: 'millionEuros',
    label: { en: 'Flat payments to médecins traitants', fr: 'Forfaits des médecins traitants' },
    definition: {
      en: 'Yearly payment for each person with a declared médecin traitant on 31 December, by age and ALD: forfaits of 5 and 40 euros until 2017, forfait patientèle from 2018. Without its rise for low incomes, payments on targets (ROSP) and for structure.',
      fr: 'Paiement annuel pour chaque personne ayant un médecin traitant déclaré au 31 décembre, selon l’âge et l’ALD : forfaits de 5 et 40 euros jusqu’en 2017, forfait patientèle dès 2018. Hors majoration pour précarité, rémunération sur objectifs (ROSP) et forfait structure.',
    },
    base: 'people',
    date: 'year',
    kind: millions({ flatPayments: 1 }),
  },
]);
