/** What is said about the lock of a study: taken over, or refused. */
import type { MaillageError } from '../../sim/base/errors.js';
import { LOCK_REFUSALS, type LockRefusal } from '../../sim/batch/lock-refusal.js';
import { fill, type Language, type Text } from './language.js';

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
  refused: {
    alive: {
      en: LOCK_REFUSALS.alive,
      fr: '{folder} est occupé : le processus {pid} sur {host} y travaille depuis {started} ; attendre qu’il finisse, l’arrêter par `kill {pid}`, ou choisir un autre dossier avec --out',
    },
    elsewhere: {
      en: LOCK_REFUSALS.elsewhere,
      fr: '{folder} a été verrouillé par le processus {pid} sur {host} le {started}, et ce processus n’est pas visible d’ici : s’il est certain qu’il a pris fin, reprendre le dossier avec --steal',
    },
    broken: {
      en: LOCK_REFUSALS.broken,
      fr: '{file} ne dit pas qui travaille dans {folder} (il est vide ou abîmé, comme après un disque plein) : s’il est certain que personne n’y travaille, reprendre le dossier avec --steal',
    },
  },
} as const satisfies Record<string, Record<string, Text>>;

/** The sentence of an error `locked` in a language; `undefined` for every other error. */
export function lockSentence(error: MaillageError, language: Language): string | undefined {
  const refusal = error.code === 'locked' ? (error.cause as LockRefusal | undefined) : undefined;
  return refusal && fill(LOCK.refused[refusal.fate], language, { ...refusal.parts });
}
