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

queue() { # queue JOB: what of it waits or runs, one line a task: its number in the array, or N/A
  squeue --noheader --array --jobs="$1" --format=%K 2>/dev/null || true
}

# Nobody may work twice on one part, nor on a part while it is merged. Lines of `submitted`: the array, its merge.
arrays= merges= steal=
touch submitted
while read -r array merge; do
  # Of what was submitted before nothing works on these parts any more, whatever locks it left, on whatever host.
  steal=1
  queued=$(queue "$array")
  [ -z "$queued" ] || arrays=$arrays:$array
  for task in $(numbers "$tasks"); do
    if grep -qxF "$task" <<<"$queued"; then
      refuse "task $task is waiting or running already, as ${array}_$task: wait until it ends, or end it with: scancel ${array}_$task" \
        "la tâche $task attend ou tourne déjà, sous le nom ${array}_$task : attendre qu’elle finisse, ou l’arrêter par : scancel ${array}_$task"
    fi
  done
  [ -z "$(queue "$merge")" ] || merges=$merges:$merge
done <submitted

options=(--parsable --export=ALL,MAILLAGE_STEAL="$steal")
array=$(sbatch "${options[@]}" --array="$tasks" ${merges:+--dependency="afterany$merges"} array.sh)
array=${array%%;*}
# A merge that still waits is superseded; the new one waits for the tasks of all arrays, whatever becomes of them.
for merge in ${merges//:/ }; do scancel --state=PENDING "$merge"; done
merge=$(sbatch "${options[@]}" --dependency="afterany:$array$arrays,singleton" merge.sh)
merge=${merge%%;*}
echo "$array $merge" >>submitted

tell "Array job $array (tasks $tasks), then merge job $merge; what they say is in $PWD." \
  "Tableau de tâches $array (tâches $tasks), puis fusion $merge ; ce qu’ils disent est dans $PWD."
tell 'When they have ended, this says whether anything is missing, and which tasks to submit again:' \
  'Quand ils ont fini, ceci dit s’il manque quelque chose, et quelles tâches soumettre à nouveau :'
quote="'"
echo "  maillage status '${study//$quote/$quote\\$quote$quote}'"
