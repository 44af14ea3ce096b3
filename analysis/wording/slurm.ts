/** Words of `maillage slurm`. */
import type { Text } from './language.js';

export const SLURM = {
  describe: {
    en: 'Write the jobs that run a plan on a Slurm cluster: an array of shards, then the merge',
    fr: 'Écrire les tâches qui exécutent un plan sur une grappe Slurm : un tableau de parts, puis la fusion',
  },
  plan: { en: 'a plan file', fr: 'un fichier de plan' },
  options: {
    out: {
      en: 'Folder of the study; the scripts go beside it, to DIR-slurm',
      fr: 'Dossier de l’étude ; les scripts vont à côté, dans DOSSIER-slurm',
    },
    tasks: {
      en: 'Tasks of the array (default: one for each draw and replicate, at most 100)',
      fr: 'Tâches du tableau (par défaut : une par tirage et réplication, au plus 100)',
    },
    partition: { en: 'Partition of the cluster', fr: 'Partition de la grappe' },
    account: { en: 'Account to charge', fr: 'Compte à débiter' },
    time: {
      en: 'Longest time of a task: minutes, H:M:S or D-H',
      fr: 'Durée maximale d’une tâche : minutes, H:M:S ou J-H',
    },
    memory: { en: 'Memory of a task, such as 4G', fr: 'Mémoire d’une tâche, par exemple 4G' },
    cpus: {
      en: 'Processors of a task, which are its threads (default: 1)',
      fr: 'Processeurs d’une tâche, qui sont ses fils d’exécution (par défaut : 1)',
    },
    modules: {
      en: 'Environment modules to load, such as "nodejs/20"',
      fr: 'Modules d’environnement à charger, par exemple « nodejs/20 »',
    },
    template: {
      en: 'Your own form of a job, made from --print-template',
      fr: 'Votre propre modèle de tâche, tiré de --print-template',
    },
    printTemplate: {
      en: 'Print the form of a job, to edit a copy of it',
      fr: 'Écrire le modèle de tâche, pour en modifier une copie',
    },
    force: {
      en: 'Replace scripts that say something else',
      fr: 'Remplacer des scripts qui disent autre chose',
    },
  },
  needsPlan: {
    en: '`maillage slurm` needs a plan and --out: maillage slurm PLAN --out DIR',
    fr: '`maillage slurm` demande un plan et --out : maillage slurm PLAN --out DOSSIER',
  },
  wrongForm: {
    en: "{option} is '{value}', expected {form}",
    fr: '{option} vaut « {value} » : attendu, {form}',
  },
  forms: {
    partition: {
      en: 'the name of a partition, or several with commas between them',
      fr: 'le nom d’une partition, ou plusieurs séparés par des virgules',
    },
    account: { en: 'the name of an account', fr: 'le nom d’un compte' },
    time: {
      en: 'minutes (90), hours:minutes:seconds (1:30:00) or days-hours (2-12)',
      fr: 'des minutes (90), heures:minutes:secondes (1:30:00) ou jours-heures (2-12)',
    },
    memory: {
      en: 'a whole number with K, M, G or T (4G), or without for megabytes',
      fr: 'un nombre entier suivi de K, M, G ou T (4G), ou sans lettre pour des mégaoctets',
    },
    modules: {
      en: 'names of modules with spaces between them (nodejs/20)',
      fr: 'des noms de modules séparés par des espaces (nodejs/20)',
    },
  },
  precision: {
    en: '{file} asks for a precision, so its replicates are found as it runs, which shards cannot do: run it on one machine, or give replicates and no precision',
    fr: '{file} demande une précision : ses réplications se trouvent en cours de route, ce que des parts ne peuvent faire ; l’exécuter sur une seule machine, ou donner des réplications sans précision',
  },
  tooManyTasks: {
    en: '--tasks is {tasks}, and the plan has work for {units} at most (draws × replicates, which stay together): give --tasks {units} or fewer',
    fr: '--tasks vaut {tasks}, et le plan donne du travail à {units} au plus (tirages × réplications, qui restent ensemble) : donner --tasks {units} ou moins',
  },
  noTemplate: {
    en: 'the template {file} cannot be read ({reason}): maillage slurm --print-template writes one',
    fr: 'le modèle {file} est illisible ({reason}) : maillage slurm --print-template en écrit un',
  },
  other: {
    en: '{folder} holds other scripts ({names}): replace them with --force, or choose another folder with --out',
    fr: '{folder} contient d’autres scripts ({names}) : les remplacer avec --force, ou choisir un autre dossier avec --out',
  },
  notWritten: {
    en: 'the scripts cannot be written to {folder} ({reason}): choose a folder that you may write in',
    fr: 'les scripts ne peuvent être écrits dans {folder} ({reason}) : choisir un dossier où vous pouvez écrire',
  },
  written: {
    en: 'Wrote {folder}: array.sh ({tasks} tasks), merge.sh, submit.sh.',
    fr: '{folder} est écrit : array.sh ({tasks} tâches), merge.sh, submit.sh.',
  },
  same: {
    en: '{folder} holds these scripts already.',
    fr: '{folder} contient déjà ces scripts.',
  },
  next: {
    en: 'Next, on a host from which jobs are submitted:',
    fr: 'Ensuite, sur une machine d’où l’on soumet des tâches :',
  },
  later: {
    en: 'Then, once the jobs have ended (it says which tasks to submit again, if any):',
    fr: 'Puis, quand les tâches ont fini (ceci dit lesquelles soumettre à nouveau, s’il y en a) :',
  },
  shared: {
    en: 'The nodes must see these folders, Node.js and this program under the same paths.',
    fr: 'Les nœuds doivent voir ces dossiers, Node.js et ce programme sous les mêmes chemins.',
  },
} as const satisfies Record<string, Text | Record<string, Text>>;
