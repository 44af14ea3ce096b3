/** `maillage slurm`: writes a plan as jobs of a Slurm cluster. */
import { SLURM } from '../../analysis/wording/slurm.js';
import type { Command } from '../command.js';

const { options } = SLURM;

export const slurm: Command = {
  name: 'slurm',
  describe: SLURM.describe,
  positionals: [{ name: 'plan', describe: SLURM.plan, optional: true }],
  options: [
    { name: 'out', describe: options.out },
    { name: 'tasks', describe: options.tasks },
    { name: 'partition', describe: options.partition },
    { name: 'account', describe: options.account },
    { name: 'time', describe: options.time },
    { name: 'memory', describe: options.memory },
    { name: 'cpus', describe: options.cpus },
    { name: 'modules', describe: options.modules },
    { name: 'template', describe: options.template },
    { name: 'print-template', describe: options.printTemplate, takes: 'flag' },
    { name: 'force', describe: options.force, takes: 'flag' },
  ],
  examples: [
    'maillage slurm plan.yaml --out out/study',
    'maillage slurm plan.yaml --out out/study --time 2:00:00 --memory 4G',
    'maillage slurm --print-template > job.sh',
  ],
  run: async (invocation) => (await import('../slurm/write-jobs.js')).writeJobs(invocation),
};
