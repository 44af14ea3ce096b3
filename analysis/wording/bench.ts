/** Words of `maillage bench`. */
import type { Text } from './language.js';

export const BENCH = {
  describe: {
    en: 'Measure the speed and memory of the engine on the baseline',
    fr: 'Mesurer la vitesse et la mémoire du moteur sur la référence',
  },
  options: {
    threads: {
      en: 'Threads compared with one (default: all cores)',
      fr: 'Fils comparés à un seul (par défaut : tous les cœurs)',
    },
    to: { en: 'Last year simulated (default: 2014)', fr: 'Dernière année simulée (par défaut : 2014)' },
    rounds: {
      en: 'Runs of each number of threads, interleaved (default: 3)',
      fr: 'Exécutions pour chaque nombre de fils, entrelacées (par défaut : 3)',
    },
    study: {
      en: 'Measure batches instead: what they cost besides simulation, and what all cores bring',
      fr: 'Mesurer plutôt les lots : ce qu’ils coûtent outre la simulation, et ce qu’apportent tous les cœurs',
    },
    store: {
      en: 'Measure instead how fast a made-up study of so many runs is compared (10000 is about 2.2 GB)',
      fr: 'Mesurer plutôt la vitesse de comparaison d’une étude inventée d’autant d’exécutions (10000 font environ 2,2 Go)',
    },
  },
  starts: {
    en: 'baseline, seed {seed}, 1 agent for {scale} people, to {to}, {rounds} rounds of {threads} threads',
    fr: 'baseline, graine {seed}, 1 agent pour {scale} personnes, jusqu’à {to}, {rounds} tours de {threads} fils',
  },
  running: { en: 'round {round}: {threads} threads', fr: 'tour {round} : {threads} fils' },
  studyStarts: {
    en: 'batches of the baseline, 1 agent for {scale} people, to {to}, {rounds} rounds, 1 and {threads} cores',
    fr: 'lots de la référence, 1 agent pour {scale} personnes, jusqu’à {to}, {rounds} tours, 1 et {threads} cœurs',
  },
  machinery: {
    en: 'A run simulates its history in {simulation} s; keeping, tabulating and documenting it takes {machinery} s: {share}.',
    fr: 'Une exécution simule son histoire en {simulation} s ; la garder, la mettre en tables et la documenter prend {machinery} s : {share}.',
  },
  cores: {
    en: 'A run every {one} s on one core, every {all} s on {threads}: {ratio} times as fast (medians; {best} for the best rounds).',
    fr: 'Une exécution toutes les {one} s sur un cœur, toutes les {all} s sur {threads} : {ratio} fois plus vite (médianes ; {best} pour les meilleurs tours).',
  },
  notHeld: {
    en: 'A process could not be held on one core here (it needs Linux and taskset): the lone worker had help from the others, and the ratio is too low.',
    fr: 'Un processus n’a pu être tenu sur un seul cœur ici (il y faut Linux et taskset) : le fil seul a été aidé par les autres cœurs, et le rapport est trop bas.',
  },
  blocks: { en: '{done} of {total} files written', fr: '{done} fichiers écrits sur {total}' },
  storeWritten: {
    en: '{runs} runs in {files} files, {size}, written in {seconds} s',
    fr: '{runs} exécutions en {files} fichiers, {size}, écrites en {seconds} s',
  },
  storeFrance: {
    en: 'Four scenarios, all indicators, one year, France: {seconds} s, {memory} GiB',
    fr: 'Quatre scénarios, tous les indicateurs, une année, France : {seconds} s, {memory} Gio',
  },
  storePlaces: {
    en: 'Four scenarios, all indicators, one year, every place: {seconds} s, {memory} GiB',
    fr: 'Quatre scénarios, tous les indicateurs, une année, tous les lieux : {seconds} s, {memory} Gio',
  },
  columns: {
    threads: { en: 'threads', fr: 'fils' },
    speed: { en: 'million patient-\nmonths a second', fr: 'millions de patients-\nmois par seconde' },
    seconds: { en: 'seconds', fr: 'secondes' },
    setUp: { en: 'set-up, s', fr: 'préparation, s' },
    memory: { en: 'resident GiB', fr: 'Gio résidents' },
    phase: { en: 'phase', fr: 'phase' },
    secondsOf: { en: '{threads} threads (s)', fr: '{threads} fils (s)' },
  },
  spread: { en: '{median} ({least}–{greatest})', fr: '{median} ({least}–{greatest})' },
  note: {
    en: 'Median (least–greatest) of the rounds. Seconds and speed are those of the months of history alone; the set-up includes the frozen months before it. Each run has a process of its own; memory is that of the process.',
    fr: 'Médiane (minimum–maximum) des tours. Secondes et vitesse sont celles des seuls mois d’histoire ; la préparation comprend les mois figés qui les précèdent. Chaque exécution a son propre processus ; la mémoire est celle du processus.',
  },
  scaling: {
    en: '{threads} threads are {ratio} times as fast as one (medians).',
    fr: '{threads} fils vont {ratio} fois plus vite qu’un seul (médianes).',
  },
  digest: { en: 'Digest of every run: {digest}', fr: 'Empreinte de toutes les exécutions : {digest}' },
  unequal: {
    en: 'equal runs gave different digests ({digests}): the promise of the same bytes for any number of threads is broken',
    fr: 'des exécutions égales ont donné des empreintes différentes ({digests}) : la promesse des mêmes octets pour tout nombre de fils est rompue',
  },
} as const satisfies Record<string, Text | Record<string, Text>>;
