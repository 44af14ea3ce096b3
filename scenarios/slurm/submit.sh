#!/bin/bash
# Submits a study to Slurm: its tasks, then the merge of what they wrote.
#   bash submit.sh        all of them, @FIRST@ to @LAST@
#   bash submit.sh 3,7    only these: those that `maillage status` names as missing
set -euo pipefail
cd "$(dirname "$0")"
study=@STUDY@
last=@LAST@
tasks=${1:-@FIRST@-$last}

tell() { # tell ENGLISH FRENCH
  case "${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}" in
    fr | fr_* | fr.*) echo "$2" ;;
    *) echo "$1" ;;
  esac
}

refuse() { # refuse ENGLISH FRENCH
  tell "Error: $1" "Erreur : $2" >&2
  exit 2
}

numbers() { # 3,5-7%2: one number a line; a number after % only limits how many run at once
  local range
  for range in $(tr , ' ' <<<"${1%\%*}"); do seq "${range%-*}" "${range#*-}"; done
}

[[ $tasks =~ ^[0-9]{1,9}(-[0-9]{1,9})?(,[0-9]{1,9}(-[0-9]{1,9})?)*(%[0-9]+)?$ ]] ||
  refuse "'$tasks' names no tasks: expected numbers from @FIRST@ to $last, such as 3,7 or 0-4" \
    "« $tasks » ne désigne pas de tâches : attendu, des nombres de @FIRST@ à $last, comme 3,7 ou 0-4"
for task in $(numbers "$tasks"); do
  [ "$task" -le "$last" ] ||
    refuse "there is no task $task: the tasks of this study are @FIRST@ to $last" \
      "il n’y a pas de tâche $task : celles de cette étude vont de @FIRST@ à $last"
done

# Nobody may work twice on one part: tasks submitted earlier must have left the queue.
submitted=$(cat submitted 2>/dev/null || true)
waits=
for job in $submitted; do
  queued=$(squeue --noheader --array --jobs="$job" --format=%K 2>/dev/null || true)
  [ -z "$queued" ] || waits=$waits:$job
  for task in $(numbers "$tasks"); do
    if grep -qxF "$task" <<<"$queued"; then
      refuse "task $task is waiting or running already, as ${job}_$task: wait until it ends, or end it with: scancel ${job}_$task" \
        "la tâche $task attend ou tourne déjà, sous le nom ${job}_$task : attendre qu’elle finisse, ou l’arrêter par : scancel ${job}_$task"
    fi
  done
done

# Of what was submitted earlier nothing works on these parts any more, whatever locks it left, on whatever host.
steal=${submitted:+1}
array=$(sbatch --parsable --array="$tasks" --export=ALL,MAILLAGE_STEAL="$steal" array.sh)
array=${array%%;*}
echo "$array" >>submitted
# Whatever becomes of the tasks; one merge of a study at a time (singleton).
merge=$(sbatch --parsable --dependency="afterany:$array$waits,singleton" --export=ALL,MAILLAGE_STEAL="$steal" merge.sh)
merge=${merge%%;*}

tell "Array job $array (tasks $tasks), then merge job $merge; what they say is in $PWD." \
  "Tableau de tâches $array (tâches $tasks), puis fusion $merge ; ce qu’ils disent est dans $PWD."
tell 'When they have ended, this says whether anything is missing, and which tasks to submit again:' \
  'Quand ils ont fini, ceci dit s’il manque quelque chose, et quelles tâches soumettre à nouveau :'
quote="'"
echo "  maillage status '${study//$quote/$quote\\$quote$quote}'"
