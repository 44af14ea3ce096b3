#!/bin/bash
# A job of a study of Maillage: a task of the array, or the merge that follows it. A name in capitals between two @ is
# filled in by `maillage slurm`; a line whose name has no value is left out. For a cluster with other needs, edit a
# copy: `maillage slurm --print-template > job.sh`, then `maillage slurm PLAN --out DIR --template job.sh`.
#SBATCH --job-name=@JOB@
#SBATCH --output=@LOG@
#SBATCH --array=@ARRAY@
#SBATCH --partition=@PARTITION@
#SBATCH --account=@ACCOUNT@
#SBATCH --time=@TIME@
#SBATCH --mem=@MEMORY@
#SBATCH --nodes=1
#SBATCH --ntasks=1
#SBATCH --cpus-per-task=@CPUS@
#SBATCH --requeue
set -euo pipefail
module load @MODULES@

@COMMAND@
