/** Words of `maillage run`: settings, progress, summary and tables. */
import type { Text } from './language.js';

export const RUN = {
  describe: {
    en: 'Simulate a scenario month by month and print what happens to access to care',
    fr: 'Simuler un scénario mois par mois et dire ce que devient l’accès aux soins',
  },
  options: {
    seed: {
      en: 'Any text; the same seed gives the same numbers (default: maillage)',
      fr: 'Un texte quelconque ; la même graine donne les mêmes nombres (par défaut : maillage)',
    },
    replicates: {
      en: 'Runs of the same scenario with independent chance, for 95 % intervals (default: 1)',
      fr: 'Exécutions du même scénario avec des hasards indépendants, pour des intervalles à 95 % (par défaut : 1)',
    },
    scale: {
      en: 'People that one simulated patient stands for, 1 to 1000 (default: 100)',
      fr: 'Personnes que représente un patient simulé, de 1 à 1000 (par défaut : 100)',
    },
    threads: {
      en: 'Threads to use (default: all cores); the numbers do not depend on it',
      fr: 'Fils d’exécution (par défaut : tous les cœurs) ; les nombres n’en dépendent pas',
    },
    from: { en: 'First year recorded (default: 2013)', fr: 'Première année enregistrée (par défaut : 2013)' },
    to: {
      en: 'Last year simulated, at most 2050 (default: 2035)',
      fr: 'Dernière année simulée, au plus 2050 (par défaut : 2035)',
    },
    out: {
      en: 'Folder for the results; one that holds this very run already is left as it is',
      fr: 'Dossier des résultats ; s’il contient déjà cette exécution, il est laissé tel quel',
    },
    force: {
      en: 'Replace another run in the folder of --out',
      fr: 'Remplacer une autre exécution dans le dossier de --out',
    },
    set: {
      en: 'path=value: change one parameter, may be repeated',
      fr: 'chemin=valeur : changer un paramètre, peut être répété',
    },
    check: {
      en: 'Check after each month that nothing was lost (slower)',
      fr: 'Vérifier après chaque mois que rien ne s’est perdu (plus lent)',
    },
  },
  settings: {
    scenario: { en: 'scenario', fr: 'scénario' },
    seed: { en: 'seed', fr: 'graine' },
    scale: { en: 'scale', fr: 'échelle' },
    threads: { en: 'threads', fr: 'fils' },
    years: { en: 'years', fr: 'années' },
    replicates: { en: 'replicates', fr: 'réplications' },
    scaleMeaning: { en: '1 agent for {scale} people', fr: '1 agent pour {scale} personnes' },
  },
  overYears: {
    en: '{place}, {from} to {to}, each indicator from its lowest to its highest year:',
    fr: '{place}, de {from} à {to}, chaque indicateur de son année la plus basse à la plus haute :',
  },
  origins: {
    option: { en: 'from --{name}', fr: 'par --{name}' },
    scenario: { en: 'from the scenario', fr: 'par le scénario' },
    default: { en: 'default', fr: 'par défaut' },
    cores: { en: 'all cores', fr: 'tous les cœurs' },
    small: {
      en: 'a run this small is faster on one',
      fr: 'une exécution si petite va plus vite sur un seul',
    },
  },
  backwards: {
    en: 'the last year, {to}, comes before the first, {from}: give --from and --to in order',
    fr: 'la dernière année, {to}, précède la première, {from} : donner --from et --to dans l’ordre',
  },
  memory: {
    en: 'this run needs about {needed} MB of memory and {free} MB are free: choose a larger --scale, or fewer --threads',
    fr: 'cette exécution demande environ {needed} Mo de mémoire et {free} Mo sont libres : choisir un --scale plus grand, ou moins de --threads',
  },
  disk: {
    en: 'the results need about {needed} MB and {free} MB are free where {folder} lies: choose another folder with --out',
    fr: 'les résultats demandent environ {needed} Mo et {free} Mo sont libres là où se trouve {folder} : choisir un autre dossier avec --out',
  },
  progress: {
    en: '{percent}% · {rate} months/s · {left} s left',
    fr: '{percent} % · {rate} mois/s · reste {left} s',
  },
  doneIn: {
    en: '{months} months simulated in {seconds} s ({rate} million patient-months a second)',
    fr: '{months} mois simulés en {seconds} s ({rate} millions de patients-mois par seconde)',
  },
  known: {
    en: '{folder} already holds this run: nothing to simulate.',
    fr: '{folder} contient déjà cette exécution : rien à simuler.',
  },
  written: { en: 'Results in {folder}', fr: 'Résultats dans {folder}' },
  france: { en: 'France', fr: 'France' },
  worstOf: { en: '{place}, worst-served tenth', fr: '{place}, dixième le moins bien desservi' },
  part: {
    en: 'Part of France: {names}. Moves of people and care across its border are left out; GPs choose among all of France.',
    fr: 'Partie de la France : {names}. Déménagements et soins à travers sa limite sont laissés de côté ; les médecins choisissent dans toute la France.',
  },
  worstShort: { en: 'worst-served tenth', fr: 'dixième le moins desservi' },
  indicator: { en: 'indicator', fr: 'indicateur' },
  year: { en: 'year', fr: 'année' },
  titles: {
    one: { en: '{title}: {from} and {to}', fr: '{title} : {from} et {to}' },
    oneYear: { en: '{title}: {from}', fr: '{title} : {from}' },
    many: { en: '{title}. {place} ({part} of {parts})', fr: '{title}. {place} ({part} sur {parts})' },
  },
  notes: {
    worst: {
      en: 'Worst-served tenth: the territories of lowest accessibility at the start of 2013 that hold a tenth of people; the same territories every year.',
      fr: 'Dixième le moins bien desservi : les territoires de plus faible accessibilité au début de 2013 qui réunissent un dixième de la population ; les mêmes chaque année.',
    },
    interval: {
      en: '± is the half-width of the 95 % interval of the mean over {replicates} seeds: chance within the model only, not the uncertainty of its parameters.',
      fr: '± est la demi-largeur de l’intervalle à 95 % de la moyenne sur {replicates} graines : le hasard interne au modèle seulement, non l’incertitude de ses paramètres.',
    },
    oneRun: {
      en: 'One run, without interval: --replicates 8 gives the part of chance.',
      fr: 'Une seule exécution, sans intervalle : --replicates 8 donne la part du hasard.',
    },
    synthetic: {
      en: 'Where GPs and nurses practise inside a région is synthetic (drawn from published regional figures), not a register of practices.',
      fr: 'La répartition des médecins et infirmiers dans chaque région est synthétique (tirée de chiffres régionaux publiés), ce n’est pas un annuaire.',
    },
    define: {
      en: 'Each indicator is defined by `maillage indicators show ID`.',
      fr: 'Chaque indicateur est défini par `maillage indicators show ID`.',
    },
  },
} as const satisfies Record<string, Text | Record<string, Text>>;
