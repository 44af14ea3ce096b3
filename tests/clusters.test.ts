/** scenarios/CLUSTERS.md: its examples are what they claim to be. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { COMMANDS } from '../bin/commands/all.js';
import { PROJECT } from './support/project.js';

const text = readFileSync(join(PROJECT, 'scenarios/CLUSTERS.md'), 'utf8');
const blocksOf = (language: string) =>
  [...text.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, 'gms'))].map(([, body]) => body);

interface KubernetesJob {
  readonly kind: 'Job';
  readonly spec: {
    readonly completions?: number;
    readonly completionMode?: string;
    readonly template: {
      readonly spec: { readonly containers: readonly { readonly command: readonly string[] }[] };
    };
  };
}
interface Step {
  readonly run?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string | boolean>>;
}
interface Workflow {
  readonly jobs: Readonly<Record<'shards' | 'verify', { readonly steps: readonly Step[] }>> & {
    readonly shards: { readonly strategy: { readonly matrix: { readonly shard: readonly number[] } } };
  };
}
interface Pipeline {
  readonly shards: { readonly parallel: number; readonly script: readonly string[] };
}

/** Every YAML example, read; a mistake of YAML or a repeated key fails here. */
const examples = blocksOf('yaml').map((body) => {
  const documents = parseAllDocuments(body);
  for (const { errors, warnings } of documents) expect([...errors, ...warnings]).toEqual([]);
  expect(documents).toHaveLength(1);
  return documents[0].toJS() as unknown;
});
const named = <T>(key: string, inside = examples) =>
  inside.filter((example) => Object.hasOwn(example as object, key)) as T[];

/** The words after `maillage` of a command line, as a shell hands them over under these variables. */
function wordsOf(commandLine: string, variables: Record<string, string> = {}): string[] {
  const script = `npx() { "$@"; }; maillage() { printf '%s\\n' "$@"; }; ${commandLine}`;
  const { stdout, status } = spawnSync('sh', ['-euc', script], { encoding: 'utf8', env: variables });
  expect(status).toBe(0);
  return stdout.trimEnd().split('\n');
}
/** How GitHub writes a value of the matrix. */
const MATRIX_SHARD = /\$\{\{ matrix\.shard \}\}/;
const shardOf = (words: readonly string[]) => words[words.indexOf('--shard') + 1];

describe('scenarios/CLUSTERS.md', () => {
  test('shows Kubernetes, GitHub and GitLab in YAML that can be read', () => {
    expect(named('kind')).toHaveLength(2);
    expect(named('jobs')).toHaveLength(1);
    expect(named('shards')).toHaveLength(1);
    expect(examples).toHaveLength(4);
  });

  test('calls commands and options that exist', () => {
    const inline = [...text.matchAll(/`(maillage [^`\n]+)`/g)].map(([, code]) => code);
    const code = [...inline, ...blocksOf('sh'), ...blocksOf('yaml')].join('\n');
    const calls = [...code.matchAll(/\bmaillage ([a-z]+) ([^\n|;&]+)/g)];
    const unknown = calls.flatMap(([call, name, rest]) => {
      const options = COMMANDS.find((command) => command.name === name)?.options?.map(
        (option) => option.name,
      );
      const used = [...rest.matchAll(/(?:^| )--([a-z-]+)/g)].map(([, option]) => option);
      return options && used.every((option) => options.includes(option)) ? [] : [call];
    });
    expect(unknown).toEqual([]);
    expect(calls.length).toBeGreaterThan(12);
  });

  test('the indexed job of Kubernetes covers every shard, counted from 1', () => {
    const job = named<KubernetesJob>('kind').find(({ spec }) => spec.completionMode === 'Indexed');
    const { completions = 0, template } = job?.spec ?? ({} as KubernetesJob['spec']);
    const [shell, dashC, script] = template.spec.containers[0].command;
    expect([shell, dashC]).toEqual(['sh', '-c']);
    const shards = Array.from({ length: completions }, (_, index) =>
      shardOf(wordsOf(script, { JOB_COMPLETION_INDEX: String(index) })),
    );
    expect(shards).toEqual(Array.from({ length: completions }, (_, i) => `${i + 1}/${completions}`));
  });

  test('a shard with failed runs does not fail its pod, any other failure does', () => {
    const job = named<KubernetesJob>('kind').find(({ spec }) => spec.completionMode === 'Indexed');
    const script = job?.spec.template.spec.containers[0].command[2] ?? '';
    const ends = [0, 1, 2, 3, 130].map((code) => {
      const env = { JOB_COMPLETION_INDEX: '0' };
      return spawnSync('sh', ['-c', `maillage() { return ${code}; }; ${script}`], { env }).status === 0;
    });
    expect(ends).toEqual([true, false, false, true, false]);
  });

  test('the matrix of GitHub covers every shard, and its artifacts come back to the folder that is merged', () => {
    const [{ jobs }] = named<Workflow>('jobs');
    const { shard } = jobs.shards.strategy.matrix;
    const batch = jobs.shards.steps.find(({ run }) => run?.includes('--shard'))?.run ?? '';
    const shards = shard.map((i) => shardOf(wordsOf(batch.replace(MATRIX_SHARD, String(i)))));
    expect(shards).toEqual(shard.map((_, i) => `${i + 1}/${shard.length}`));

    const upload = jobs.shards.steps.find(({ uses }) => uses?.startsWith('actions/upload-artifact@'))?.with;
    const download = jobs.verify.steps.find(({ uses }) =>
      uses?.startsWith('actions/download-artifact@'),
    )?.with;
    expect(upload?.path).toBe(wordsOf(batch.replace(MATRIX_SHARD, '1'))[3]);
    expect(download).toEqual({ pattern: 'shard-*', path: upload?.path, 'merge-multiple': true });
    const verdicts = jobs.verify.steps.flatMap(({ run }) =>
      run?.startsWith('npx maillage') ? [wordsOf(run)] : [],
    );
    expect(verdicts).toEqual([
      ['merge', 'study'],
      ['verify', 'study', '--against', 'numbers.json'],
    ]);
  });

  test('the parallel jobs of GitLab cover every shard', () => {
    const [{ shards }] = named<Pipeline>('shards');
    const batch = shards.script.find((line) => line.includes('--shard')) ?? '';
    const env = { CI_NODE_INDEX: '4', CI_NODE_TOTAL: String(shards.parallel) };
    expect(shardOf(wordsOf(batch, env))).toBe('4/4');
  });
});
