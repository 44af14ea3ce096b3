#!/usr/bin/env bash
# A study run by a real Slurm cluster is the study of one machine, byte for byte, although one of its tasks is killed in
# the middle (kill -9) and another one is cancelled; these two alone run again, and do only what they had not finished.
# Exit code 77, with the reason, where there can be no cluster. Needs the built program; takes about a minute.
set -euo pipefail
cd "$(dirname "$0")/../.."
export LC_ALL=C
# This may itself be a job of another cluster.
unset "${!SLURM_@}" "${!SBATCH_@}"
work=$(mktemp -d)
many=$work/many
trap 'tests/slurm/cluster.sh stop "$work/cluster"; rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
tests/slurm/cluster.sh start "$work/cluster" $$
export SLURM_CONF=$work/cluster/slurm.conf
sinfo --format='Slurm cluster: %D nodes, %c processor each, %T' --noheader

maillage() { node dist/bin/maillage.js "$@"; }

fail() {
  echo "FAILED: $1" >&2
  tail -n 20 "$many"-slurm/*.log >&2 || true
  exit 1
}

until_true() { # until_true SECONDS WHAT COMMAND…
  local end=$((SECONDS + $1)) what=$2
  shift 2
  until "$@" >/dev/null 2>&1; do
    [ $SECONDS -lt "$end" ] || fail "$what"
    sleep 0.05
  done
}

queue_is_empty() { squeue --noheader >"$work/queue" && ! grep -q . "$work/queue"; }
finished() { find "$many/shards/000$1-of-0003" -name '*.run' | sort; }
has_finished() { [ -n "$(finished "$1")" ]; }
is_locked() { [ -s "$many/shards/000$1-of-0003/lock" ]; }
number() { grep -o '[0-9]*' <<<"$1" | head -n "$2" | tail -n 1; }

cat >"$work/longer-visits.yaml" <<'YAML'
name: longer-visits
title: { en: Longer visits, fr: Consultations plus longues }
extends: baseline
reason: Something that changes in the middle of the study.
changes:
  - parameter: care.minutes
    from: 2013-07
    multiply: 1.2
YAML
cat >"$work/plan.yaml" <<'YAML'
scenarios: [baseline, longer-visits.yaml]
replicates: 4
scale: 1000
from: 2013
to: 2014
YAML
maillage batch "$work/plan.yaml" --out "$work/one" --threads 2 --quiet >/dev/null

# Three tasks for two nodes: the first has two of the four replicates, the others one each.
maillage slurm "$work/plan.yaml" --out "$many" --tasks 3 --time 20 --memory 1G >"$work/said"
submitted=$(bash "$many-slurm/submit.sh")
echo "$submitted"
array=$(number "$submitted" 1)

until_true 120 'task 0 finished no run' has_finished 1
kill -9 "$(grep -o '"pid":[0-9]*' "$many/shards/0001-of-0003/lock" | grep -o '[0-9]*')"
until_true 120 'task 2 did not begin' is_locked 3
scancel "${array}_2"
until_true 240 'the jobs did not end' queue_is_empty
left=$((4 - $(finished 1 | wc -l)))
[ $left -gt 0 ] || fail 'task 0 was not killed in the middle'

code=0
status=$(maillage status "$many") || code=$?
echo "$status"
[ $code -eq 1 ] || fail "status of an unfinished study ended with $code"
grep -q 'array=0,2' <<<"$status" || fail 'status does not name the tasks to submit again'
missing=$(tr '\n' ' ' <<<"$status" | grep -o 'Missing: .* Shards')
for replicate in 0 1 2 3; do
  for scenario in baseline longer-visits; do
    named=no present=no
    ! grep -qw "$scenario/0/$replicate" <<<"$missing" || named=yes
    [ -z "$(find "$many/shards" -name "$scenario.p0.r$replicate.run")" ] || present=yes
    [ $named != $present ] || fail "run $scenario/0/$replicate: present $present, named as missing $named"
  done
done
[ ! -e "$many/runs" ] || fail 'an unfinished study was merged'

submitted=$(bash "$many-slurm/submit.sh" 0,2)
echo "$submitted"
array=$(number "$submitted" 1)
until_true 240 'the jobs did not end' queue_is_empty
grep -q "Shard 1/3: $left of 8 runs" "$many-slurm/task-0.$array.log" || fail 'task 0 did not go on where it was'
grep -q 'has ended; its lock is taken over' "$many-slurm/task-0.$array.log" || fail 'nothing was said of the dead lock'
[ "$(find "$many-slurm" -name 'task-1.*' | wc -l)" -eq 1 ] || fail 'task 1 ran twice'
maillage status "$many" || fail "status of the finished study ended with $?"
diff -r --exclude=provenance.json "$work/one" "$many" || fail 'the study is not that of one machine'
echo "The study of the cluster is that of one machine: $(find "$many" -type f | wc -l) files."
