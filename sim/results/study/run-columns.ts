/**
 * The table of runs: facts of the run, then a column for each varied dimension and for each parameter, so that
 * its columns depend on the study.
 */
import { formatMonth } from '../../base/calendar.js';
import { MaillageError } from '../../base/errors.js';
import type { Words } from '../../recorder/indicator.js';
import { RUN_KEY, type TableColumn } from './tables.js';

/** One varied parameter or lever, as the design of a study describes it. */
export interface DescribedDimension {
  /** Name of its column. */
  readonly name: string;
  readonly parameter: string;
  readonly operation: 'value' | 'multiply' | 'add';
  readonly members?: readonly string[];
  /** Choices of a parameter that is a word: the column holds positions in them. */
  readonly words?: readonly string[];
  /** Months of calendar.ts; infinite when the change has no first or no last month. */
  readonly from: number;
  readonly to: number;
  /** True: laid under the scenario (an uncertain parameter); false: laid over it (a lever). */
  readonly under: boolean;
}

/** One parameter of the catalogue. */
export interface DescribedParameter {
  readonly path: string;
  readonly label: Words;
  readonly unit: Words;
}

const RUN_FACTS: readonly TableColumn[] = [
  ...RUN_KEY,
  {
    name: 'status',
    type: 'text',
    description: {
      en: '`done`, or `failed`: a run that failed has no results.',
      fr: '`done` (terminée) ou `failed` (échouée) : une exécution échouée n’a pas de résultats.',
    },
  },
  {
    name: 'errorCode',
    type: 'text',
    description: {
      en: 'Kind of error of a failed run, else empty.',
      fr: 'Sorte d’erreur d’une exécution échouée, vide sinon.',
    },
  },
  {
    name: 'error',
    type: 'text',
    description: {
      en: 'Sentence of the error of a failed run, else empty.',
      fr: 'Phrase de l’erreur d’une exécution échouée, vide sinon.',
    },
  },
  {
    name: 'seed',
    type: 'text',
    description: {
      en: 'Seed of the run; with the replicate it fixes all its chance.',
      fr: 'Graine de l’exécution ; avec la réplication, elle fixe tout son hasard.',
    },
  },
  {
    name: 'scenarioDigest',
    type: 'text',
    description: {
      en: 'SHA-256 of the scenario as it was read: the same text, the same digest.',
      fr: 'SHA-256 du scénario tel qu’il a été lu : même texte, même empreinte.',
    },
  },
  {
    name: 'scale',
    type: 'integer',
    description: {
      en: 'People that one simulated patient stands for.',
      fr: 'Personnes que représente un patient simulé.',
    },
    unit: { en: 'people', fr: 'personnes' },
  },
  {
    name: 'from',
    type: 'integer',
    description: { en: 'First year recorded.', fr: 'Première année enregistrée.' },
  },
  {
    name: 'to',
    type: 'integer',
    description: { en: 'Last year simulated.', fr: 'Dernière année simulée.' },
  },
  {
    name: 'code',
    type: 'text',
    description: {
      en: 'Version of maillage and digest of its simulator.',
      fr: 'Version de maillage et empreinte de son simulateur.',
    },
  },
];

/** What tells the column of a parameter from that of a dimension, which may well vary that parameter. */
export const PARAMETER_PREFIX = 'parameter:';

/**
 * Columns of the table of runs: facts of the run, one number for each varied dimension (named by it), one text
 * for each parameter (`parameter:PATH`): JSON of its values by month, a plain number when it never changes.
 * @throws MaillageError `bad-option` when a dimension has the name of another column; capitals do not tell
 *   names apart in SQL.
 */
export function runColumns(
  dimensions: readonly DescribedDimension[],
  parameters: readonly DescribedParameter[],
): TableColumn[] {
  const units = new Map(parameters.map(({ path, unit }) => [path, unit]));
  const columns = [
    ...RUN_FACTS,
    ...dimensions.map((dimension) => dimensionColumn(dimension, units.get(dimension.parameter))),
    ...parameters.map(parameterColumn),
  ];
  const taken = new Set<string>();
  for (const { name } of columns) {
    const lower = name.toLowerCase();
    if (taken.has(lower)) {
      throw new MaillageError(
        'bad-option',
        `the table of runs would have two columns named "${name}": give the varied parameter another name`,
      );
    }
    taken.add(lower);
  }
  return columns;
}

function dimensionColumn(dimension: DescribedDimension, unit: Words | undefined): TableColumn {
  const { name, operation } = dimension;
  return {
    name,
    type: 'double',
    description: dimensionWords(dimension),
    ...(unit === undefined || operation === 'multiply' ? {} : { unit }),
  };
}

const OPERATIONS: Readonly<Record<DescribedDimension['operation'], Words>> = {
  value: { en: 'set to this value', fr: 'fixé à cette valeur' },
  multiply: { en: 'multiplied by this value', fr: 'multiplié par cette valeur' },
  add: { en: 'increased by this value', fr: 'augmenté de cette valeur' },
};

/** What a dimension does, in a sentence: which parameter, how, for whom, from when to when. */
export function dimensionWords({
  parameter,
  operation,
  members,
  words,
  from,
  to,
  under,
}: DescribedDimension): Words {
  const dated = (word: string, month: number) =>
    Number.isFinite(month) ? ` ${word} ${formatMonth(month)}` : '';
  const whose = members === undefined ? '' : ` (${members.join(', ')})`;
  const codes = words === undefined ? '' : ` (${words.map((word, i) => `${i} ${word}`).join(', ')})`;
  const kind: Words = under
    ? { en: 'Uncertain parameter', fr: 'Paramètre incertain' }
    : { en: 'Lever', fr: 'Levier' };
  return {
    en: `${kind.en}: ${parameter}${whose} is ${OPERATIONS[operation].en}${codes}${dated('from', from)}${dated('until', to)}.`,
    fr: `${kind.fr} : ${parameter}${whose} est ${OPERATIONS[operation].fr}${codes}${dated('à partir de', from)}${dated('jusqu’à', to)}.`,
  };
}

function parameterColumn({ path, label, unit }: DescribedParameter): TableColumn {
  return {
    name: `${PARAMETER_PREFIX}${path}`,
    type: 'text',
    description: { en: `${label.en}.`, fr: `${label.fr}.` },
    unit,
  };
}
