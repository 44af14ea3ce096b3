/** Words of `maillage validate`. */
import type { Text } from './language.js';

export const VALIDATION = {
  describe: {
    en: 'Simulate history and compare it with what was observed',
    fr: 'Simuler l’histoire et la comparer à ce qui a été observé',
  },
  scenario: {
    en: 'name or file of a scenario (default: baseline)',
    fr: 'nom ou fichier d’un scénario (par défaut : baseline)',
  },
  options: {
    replicates: {
      en: 'Runs whose mean is judged (default: 20, or 5 at --scale 10 and finer)',
      fr: 'Exécutions dont la moyenne est jugée (par défaut : 20, ou 5 à --scale 10 et plus fin)',
    },
    fine: {
      en: 'More runs at 1:10, to 2021, for the figures that need them when the others are coarser (default: 5)',
      fr: 'Exécutions de plus au 1:10, jusqu’en 2021, pour les chiffres qui les demandent si les autres sont plus grossières (par défaut : 5)',
    },
    draws: {
      en: 'Draws of the assumptions on teams, CPTS and institutions in which patterns are looked for, one run at 1:1000 each, 0 for none (default: 20, with --quick 0)',
      fr: 'Tirages des hypothèses sur les équipes, les CPTS et les institutions dans lesquels chercher les motifs, une exécution au 1:1000 chacun, 0 pour aucun (par défaut : 20, avec --quick 0)',
    },
    to: {
      en: 'Last year simulated, for the checks after 2021 (default: 2025)',
      fr: 'Dernière année simulée, pour les contrôles après 2021 (par défaut : 2025)',
    },
    quick: {
      en: 'A look with few runs (default: 2), without a verdict',
      fr: 'Un aperçu avec peu d’exécutions (par défaut : 2), sans verdict',
    },
    only: {
      en: 'Only the targets, or trials, whose name begins so, may be repeated',
      fr: 'Seulement les cibles, ou les essais, dont le nom commence ainsi, peut être répété',
    },
  },
  allOfFrance: {
    en: "observed figures are those of the whole of France: validate a scenario without 'territories'",
    fr: 'les chiffres observés sont ceux de la France entière : valider un scénario sans « territories »',
  },
  tooCoarse: {
    en: 'no verdict at 1:{scale}: give --scale 100 or finer, or --quick for a look without a verdict',
    fr: 'pas de verdict au 1:{scale} : donner --scale 100 ou plus fin, ou --quick pour un aperçu sans verdict',
  },
  tooFew: {
    en: 'a verdict at 1:{scale} rests on at least {least} replicates, not {given}: give --replicates {least}, or --quick for a look without a verdict',
    fr: 'un verdict au 1:{scale} repose sur au moins {least} réplications, et non {given} : donner --replicates {least}, ou --quick pour un aperçu sans verdict',
  },
  tooFewFine: {
    en: 'figures read at 1:10 rest on at least {least} replicates, not {given}: give --fine {least}, or --quick for a look without a verdict',
    fr: 'les chiffres lus au 1:10 reposent sur au moins {least} réplications, et non {given} : donner --fine {least}, ou --quick pour un aperçu sans verdict',
  },
  tooFewDraws: {
    en: 'a share of draws rests on at least {least} draws, not {given}: give --draws {least} or more, --draws 0 for none, or --quick for a look without a verdict',
    fr: 'une part des tirages repose sur au moins {least} tirages, et non {given} : donner --draws {least} ou plus, --draws 0 pour aucun, ou --quick pour un aperçu sans verdict',
  },
  tooShort: {
    en: 'a verdict needs the years to 2021, not to {to}: give --to 2021 or later, or --quick for a look without a verdict',
    fr: 'un verdict demande les années jusqu’en 2021, et non {to} : donner --to 2021 ou plus, ou --quick pour un aperçu sans verdict',
  },
  unknownTarget: {
    en: "no target begins with '{name}'; {hint}",
    fr: 'aucune cible ne commence par « {name} » ; {hint}',
  },
  runs: {
    en: '{replicates} {replicates|run|runs} at 1:{scale}, 2013–{to}',
    fr: '{replicates} {replicates|exécution|exécutions} au 1:{scale}, 2013–{to}',
  },
  draws: {
    en: '{draws} draws of {assumptions} assumptions at 1:{scale}, 2013–{to}',
    fr: '{draws} tirages de {assumptions} hypothèses au 1:{scale}, 2013–{to}',
  },
  oneRun: { en: '1 run at 1:{scale}, 2013–{to}', fr: '1 exécution au 1:{scale}, 2013–{to}' },
  starts: {
    en: '{scenario}, seed {seed}, threads {threads}: {runs}',
    fr: '{scenario}, graine {seed}, fils {threads} : {runs}',
  },
  progress: {
    en: '{percent}% · {left} s left',
    fr: '{percent} % · reste {left} s',
  },
  doneIn: { en: 'Simulated in {seconds} s.', fr: 'Simulé en {seconds} s.' },
  title: {
    en: 'Simulated against observed, {scenario}: mean of {runs}',
    fr: 'Simulé et observé, {scenario} : moyenne de {runs}',
  },
  quickTitle: {
    en: 'Quick look, not a verdict: {runs}',
    fr: 'Aperçu, non un verdict : {runs}',
  },
  columns: {
    target: { en: 'target', fr: 'cible' },
    simulated: { en: 'simulated', fr: 'simulé' },
    observed: { en: 'observed', fr: 'observé' },
    verdict: { en: 'verdict', fr: 'verdict' },
  },
  sections: {
    population: { en: 'People', fr: 'Population' },
    gps: { en: 'GPs and nurses', fr: 'Médecins et infirmiers' },
    regions: { en: 'GPs by région', fr: 'Médecins par région' },
    care: { en: 'Care', fr: 'Soins' },
    lists: { en: 'Lists and patients seen', fr: 'Patientèles et patients vus' },
    attachment: { en: 'Médecin traitant', fr: 'Médecin traitant' },
    accessibility: { en: 'Accessibility', fr: 'Accessibilité' },
    money: { en: 'Money', fr: 'Argent' },
    teams: { en: 'MSP', fr: 'MSP' },
    cpts: { en: 'CPTS', fr: 'CPTS' },
    delegation: { en: 'Delegation', fr: 'Délégation' },
    settlement: { en: 'Settlement', fr: 'Installation' },
  },
  judgedPart: { en: 'Judged (2013–2021)', fr: 'Jugé (2013–2021)' },
  checkPart: {
    en: 'For information, not judged; nothing dated 2022 or later is used',
    fr: 'Pour information, non jugé ; rien de daté de 2022 ou après n’est utilisé',
  },
  verdicts: {
    ok: { en: 'ok', fr: 'ok' },
    miss: { en: 'MISS', fr: 'MANQUÉ' },
    unread: { en: 'unread', fr: 'non lu' },
    unjudgeable: { en: '–', fr: '–' },
  },
  informed: {
    ok: { en: '(in)', fr: '(dedans)' },
    miss: { en: '(out)', fr: '(dehors)' },
    unread: { en: 'unread', fr: 'non lu' },
    unjudgeable: { en: '–', fr: '–' },
  },
  tolerances: {
    share: { en: '± {value} %', fr: '± {value} %' },
    points: { en: '± {value} points', fr: '± {value} points' },
    point: { en: '± {value} point', fr: '± {value} point' },
    absolute: { en: '± {value}', fr: '± {value}' },
    maxOf: { en: '± the larger of {share} % and {roots}√n', fr: '± le plus grand de {share} % et {roots}√n' },
    interval: { en: 'within the interval', fr: 'dans l’intervalle' },
    none: { en: 'no tolerance: another scope', fr: 'sans tolérance : autre champ' },
  },
  uses: {
    fit: { en: 'used to fit', fr: 'utilisé pour ajuster' },
    check: { en: 'not used to fit', fr: 'non utilisé pour ajuster' },
  },
  statuses: {
    V: { en: 'read', fr: 'lu' },
    C: { en: 'computed', fr: 'calculé' },
    U: { en: 'recalled, unverified', fr: 'de mémoire, non vérifié' },
  },
  readAt: { en: 'read at 1:{scale}', fr: 'lu au 1:{scale}' },
  needsScale: { en: 'needs runs at 1:{scale}', fr: 'demande des exécutions au 1:{scale}' },
  needsYear: { en: 'needs --to {year}', fr: 'demande --to {year}' },
  separator: { en: '; ', fr: ' ; ' },
  legend: {
    en: '± beside a simulated value: half-width of the 95 % interval of the mean over the runs (chance only, not the uncertainty of the parameters). A verdict compares the mean with the tolerance.',
    fr: '± à côté d’une valeur simulée : demi-largeur de l’intervalle à 95 % de la moyenne des exécutions (le hasard seul, non l’incertitude des paramètres). Un verdict compare la moyenne à la tolérance.',
  },
  counts: {
    en: 'Judged: {ok} of {judged} within tolerance (used to fit {fittedOk} of {fitted}, others {otherOk} of {other}). For information: {checksOk} of {checks} within.',
    fr: 'Jugé : {ok} sur {judged} dans la tolérance (utilisés pour ajuster {fittedOk} sur {fitted}, autres {otherOk} sur {other}). Pour information : {checksOk} sur {checks} dedans.',
  },
  unreadCount: { en: 'Not read: {unread}.', fr: 'Non lus : {unread}.' },
  missed: { en: 'Missed: {names}', fr: 'Manqués : {names}' },
  patternsPart: {
    en: 'Patterns, in {runs} {runs|run|runs}: findings, never conditions',
    fr: 'Motifs, dans {runs} {runs|exécution|exécutions} : des constats, jamais des conditions',
  },
  patternsDrawn: {
    en: 'Patterns, in {runs} runs and in {draws} draws of all assumptions on teams, CPTS and institutions, each over its whole range, nothing fitted again: findings, never conditions; the word is that of the draws',
    fr: 'Motifs, dans {runs} exécutions et dans {draws} tirages de toutes les hypothèses sur les équipes, les CPTS et les institutions, chacune sur toute sa plage, sans nouvel ajustement : des constats, jamais des conditions ; le mot est celui des tirages',
  },
  patternShare: { en: '{share} of {runs}', fr: '{share} sur {runs}' },
  patternNone: { en: 'no run tells', fr: 'aucune ne le dit' },
  patterns: {
    seen: { en: 'seen', fr: 'vu' },
    notSeen: { en: 'not seen', fr: 'non vu' },
    unclear: { en: 'unclear', fr: 'incertain' },
    unread: { en: 'unread', fr: 'non lu' },
  },
  patternColumns: {
    pattern: { en: 'pattern', fr: 'motif' },
    share: { en: 'runs', fr: 'exécutions' },
    draws: { en: 'draws', fr: 'tirages' },
    verdict: { en: 'verdict', fr: 'verdict' },
  },
  quickEnd: {
    en: 'Quick look, not a verdict: a verdict needs 20 runs at 1:100 or 5 at 1:10.',
    fr: 'Aperçu, non un verdict : un verdict demande 20 exécutions au 1:100 ou 5 au 1:10.',
  },
} as const satisfies Record<string, Text | Record<string, Text>>;
