/** Words of `maillage validate --trials`. */
import type { Text } from './language.js';

export const TRIALS = {
  option: {
    en: 'Repeat published trials on simulated GPs instead (scenarios/trials); default: 5 runs at 1:100 of each world',
    fr: 'Refaire plutôt des essais publiés sur des médecins simulés (scenarios/trials) ; par défaut : 5 exécutions au 1:100 de chaque monde',
  },
  refused: {
    en: '{option} has no meaning with --trials: remove it',
    fr: '{option} n’a pas de sens avec --trials : la retirer',
  },
  tooCoarse: {
    en: 'no verdict on a trial at 1:{scale}: give --scale 100 or finer, or --quick for a look without a verdict',
    fr: 'pas de verdict sur un essai au 1:{scale} : donner --scale 100 ou plus fin, ou --quick pour un aperçu sans verdict',
  },
  tooFew: {
    en: 'a verdict on a trial rests on at least {least} replicates, not {given}: give --replicates {least}, or --quick for a look without a verdict',
    fr: 'un verdict sur un essai repose sur au moins {least} réplications, et non {given} : donner --replicates {least}, ou --quick pour un aperçu sans verdict',
  },
  unknown: {
    en: "no trial begins with '{name}'; {hint}",
    fr: 'aucun essai ne commence par « {name} » ; {hint}',
  },
  starts: {
    en: '{scenario}, seed {seed}, threads {threads}: trials {names}, {replicates} {replicates|replicate|replicates} at 1:{scale}',
    fr: '{scenario}, graine {seed}, fils {threads} : essais {names}, {replicates} {replicates|réplication|réplications} au 1:{scale}',
  },
  title: {
    en: 'Trials on simulated GPs, {scenario}: mean of {replicates} {replicates|replicate|replicates} at 1:{scale}',
    fr: 'Essais sur des médecins simulés, {scenario} : moyenne de {replicates} {replicates|réplication|réplications} au 1:{scale}',
  },
  titleOne: {
    en: 'Trials on simulated GPs, {scenario}: 1 run at 1:{scale}',
    fr: 'Essais sur des médecins simulés, {scenario} : 1 exécution au 1:{scale}',
  },
  columns: {
    outcome: { en: 'outcome', fr: 'résultat' },
    treated: { en: 'treated\nGPs', fr: 'médecins\ntraités' },
    controls: { en: 'controls', fr: 'témoins' },
    effect: { en: 'effect', fr: 'effet' },
    twin: { en: 'same GP\nwithout', fr: 'le même\nsans' },
    observed: { en: 'observed', fr: 'observé' },
    verdict: { en: 'verdict', fr: 'verdict' },
  },
  units: {
    percent: { en: '{value} %', fr: '{value} %' },
    points: { en: '{value} pts', fr: '{value} pts' },
  },
  signs: {
    up: { en: 'above 0', fr: 'au-dessus\nde 0' },
    notUp: { en: 'below +1', fr: 'sous +1' },
  },
  verdicts: {
    ok: { en: 'ok', fr: 'ok' },
    miss: { en: 'MISS', fr: 'MANQUÉ' },
    unread: { en: 'unread', fr: 'non lu' },
    unjudged: { en: '–', fr: '–' },
  },
  joined: {
    en: 'GPs who joined in {from}–{to}, read {before} year before and {after} years after; controls share: {like}',
    fr: 'Médecins entrés en {from}–{to}, lus {before} an avant et {after} ans après ; les témoins ont en commun : {like}',
  },
  noLike: { en: 'nothing (all other GPs)', fr: 'rien (tous les autres médecins)' },
  like: {
    sex: { en: 'sex', fr: 'sexe' },
    ageClass: { en: 'age class', fr: 'classe d’âge' },
    form: { en: 'form of practice', fr: 'forme d’exercice' },
    zone: { en: 'zone', fr: 'zone' },
    listDecile: { en: 'decile of the list', fr: 'décile de patientèle' },
  },
  otherLike: {
    en: '{outcome}: controls share {like}',
    fr: '{outcome} : les témoins ont en commun {like}',
  },
  relaxed: {
    en: 'treated GPs for whom controls share fewer variables: {relaxed}; left out for want of five controls: {leftOut}',
    fr: 'médecins traités dont les témoins ont moins de variables communes : {relaxed} ; écartés faute de cinq témoins : {leftOut}',
  },
  missed: {
    en: '{outcome}: misses what was observed by {distance}',
    fr: '{outcome} : manque l’observé de {distance}',
  },
  noted: { en: '{outcome}: {note}', fr: '{outcome} : {note}' },
  uses: {
    fit: { en: 'used to fit', fr: 'utilisé pour ajuster' },
    check: { en: 'out of sample', fr: 'hors échantillon' },
    mixed: { en: '{names}: {use}', fr: '{names} : {use}' },
  },
  separator: { en: '; ', fr: ' ; ' },
  list: { en: ', ', fr: ', ' },
  aidColumns: {
    aid: { en: 'aid', fr: 'aide' },
    signed: { en: 'signed', fr: 'signées' },
    deadweight: { en: 'deadweight', fr: 'aubaine' },
    share: { en: 'share', fr: 'part' },
  },
  allAids: { en: 'all', fr: 'ensemble' },
  firstMonth: {
    en: '{month}, the first month with and without aids: {recipients} recipients; counted as deadweight {counted}, by hand in the run without {byHand}: {verdict}',
    fr: '{month}, premier mois avec et sans aides : {recipients} bénéficiaires ; comptés comme aubaine {counted}, à la main dans l’exécution sans aides {byHand} : {verdict}',
  },
  gained: {
    en: 'Net of what follows, GPs in zones in December {year}, with less without: {gps}; public money over the years: {millions} M€',
    fr: 'Toutes suites comprises, médecins en zones en décembre {year}, avec moins sans : {gps} ; argent public sur la période : {millions} M€',
  },
  perGp: { en: 'That is {euros} € for a GP gained.', fr: 'Soit {euros} € par médecin gagné.' },
  noGp: {
    en: 'No GP was gained, so that none has a price.',
    fr: 'Aucun médecin gagné : aucun n’a de prix.',
  },
  legend: {
    en: 'effect: change of treated GPs beyond that of controls alike, fixed in the file of the trial; same GP without: the same doctors in a run of the same chance in which nobody else joins. ± is the half-width of the 95 % interval over replicates (chance only).',
    fr: 'effet : évolution des médecins traités au-delà de celle de témoins semblables, fixés dans le fichier de l’essai ; le même sans : les mêmes médecins dans une exécution de même hasard où personne d’autre n’entre. ± est la demi-largeur de l’intervalle à 95 % sur les réplications (le hasard seul).',
  },
  quickEnd: {
    en: 'Quick look, not a verdict: a verdict needs 5 replicates at 1:100 or finer.',
    fr: 'Aperçu, non un verdict : un verdict demande 5 réplications au 1:100 ou plus fin.',
  },
  allOk: {
    en: 'Every judged outcome is within its tolerance.',
    fr: 'Tout résultat jugé est dans sa tolérance.',
  },
  failed: { en: 'Missed or unread: {names}', fr: 'Manqués ou non lus : {names}' },
} as const satisfies Record<string, Text | Record<string, Text>>;
