/** What is said about the lock of a study: held, or taken over. */
import type { Text } from './language.js';

export const LOCK = {
  /** Who works in a folder, for `maillage status`. */
  held: {
    alive: {
      en: 'Process {pid} on {host} works in {folder} since {started}.',
      fr: 'Le processus {pid} sur {host} travaille dans {folder} depuis {started}.',
    },
    dead: {
      en: 'Process {pid} on {host}, which began to work in {folder} at {started}, has ended without finishing.',
      fr: 'Le processus {pid} sur {host}, qui travaillait dans {folder} depuis {started}, s’est arrêté sans finir.',
    },
    elsewhere: {
      en: 'Process {pid} on {host} locked {folder} at {started}; it cannot be seen from here.',
      fr: 'Le processus {pid} sur {host} a verrouillé {folder} le {started} ; il n’est pas visible d’ici.',
    },
    broken: {
      en: '{file} does not say who works in {folder}: it is empty or damaged.',
      fr: '{file} ne dit pas qui travaille dans {folder} : il est vide ou abîmé.',
    },
  },
  /** Said on stderr once a lock was taken over. */
  takenOver: {
    dead: {
      en: '{folder}: process {pid} on {host}, which worked there since {started}, has ended; its lock is taken over.',
      fr: '{folder} : le processus {pid} sur {host}, qui y travaillait depuis {started}, a pris fin ; son verrou est repris.',
    },
    elsewhere: {
      en: '{folder}: the lock of process {pid} on {host}, which worked there since {started}, is taken over (--steal).',
      fr: '{folder} : le verrou du processus {pid} sur {host}, qui y travaillait depuis {started}, est repris (--steal).',
    },
    broken: {
      en: '{folder}: its lock, which was damaged, is taken over (--steal).',
      fr: '{folder} : son verrou, qui était abîmé, est repris (--steal).',
    },
  },
} as const satisfies Record<string, Record<string, Text>>;
