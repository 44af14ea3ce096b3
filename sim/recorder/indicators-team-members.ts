/** Members of MSP who are not GPs, by profession. */
import { PROFESSIONS } from '../world/teams/professions.js';
import { count, type Entry, type Words } from './indicator.js';

/** Members of MSP who are neither GPs nor nurses. */
const MEMBERS: Readonly<Record<(typeof PROFESSIONS)[number], Words>> = {
  physiotherapist: { en: 'Physiotherapists', fr: 'Masseurs-kinésithérapeutes' },
  pharmacist: { en: 'Pharmacists', fr: 'Pharmaciens' },
  podiatrist: { en: 'Podiatrists', fr: 'Pédicures-podologues' },
  speechTherapist: { en: 'Speech therapists', fr: 'Orthophonistes' },
  midwife: { en: 'Midwives', fr: 'Sages-femmes' },
  dentist: { en: 'Dentists', fr: 'Chirurgiens-dentistes' },
  otherProfession: { en: 'Members of other professions', fr: 'Membres d’autres professions' },
};

const OTHERS: readonly Entry[] = PROFESSIONS.map((profession) => ({
  id: profession === 'midwife' ? 'midwivesInMsp' : `${profession}sInMsp`,
  unit: 'people',
  label: { en: `${MEMBERS[profession].en} of MSP`, fr: `${MEMBERS[profession].fr} des MSP` },
  definition: {
    en: `${MEMBERS[profession].en} who belong to an open MSP.`,
    fr: `${MEMBERS[profession].fr} qui font partie d’une MSP ouverte.`,
  },
  base: 'openMsp',
  date: 'december',
  kind: count({ [profession]: 1 }),
}));

/** Nurses, then the others in the order of `PROFESSIONS`; part of the family of teams. */
export const MEMBERS_BY_PROFESSION: readonly Entry[] = [
  {
    id: 'nursesInMsp',
    unit: 'people',
    label: { en: 'Nurses of MSP', fr: 'Infirmiers des MSP' },
    definition: {
      en: 'Liberal nurses who belong to an open MSP.',
      fr: 'Infirmiers libéraux qui font partie d’une MSP ouverte.',
    },
    base: 'openMsp',
    date: 'december',
    kind: count({ nursesMsp: 1 }),
  },
  ...OTHERS,
];
