#!/usr/bin/env bash
# A Slurm cluster of two nodes with one processor each, on this host, for tests.
#
#   cluster.sh start HOME [PID]   starts it, in two seconds; its state, keys and logs lie in the folder HOME
#   cluster.sh stop HOME          ends all its daemons and jobs, and removes HOME
#
# Programs of Slurm find it by SLURM_CONF=HOME/slurm.conf; nothing is written to /etc. A cluster that HOME holds already
# is stopped first. With PID it stops by itself when that process ends, however it ends. Exit code 77, with the
# reason, where it cannot work: it needs root, and Debian's packages slurm-wlm and munge, which it installs.
set -euo pipefail
CANNOT=77
NODES=2

cannot() {
  echo "skipped: $1"
  exit $CANNOT
}

install_packages() {
  [ "$(id -u)" -eq 0 ] || cannot 'a Slurm cluster needs root'
  # Programs of administrators may lie outside the path of whoever calls.
  PATH=$PATH:/usr/sbin:/sbin
  local program missing=
  for program in slurmctld slurmd munged; do command -v "$program" >/dev/null || missing=$program; done
  [ -n "$missing" ] || return 0
  command -v apt-get >/dev/null || cannot "$missing is missing and this system has no apt-get"
  apt-get update -qq >/dev/null &&
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq slurm-wlm munge >/dev/null ||
    cannot "$missing is missing and slurm-wlm and munge cannot be installed"
}

# Ports that nobody listens on, one for the controller and one for each node.
free_ports() {
  node -e '
    const { createServer } = require("node:net");
    const servers = Array.from({ length: +process.argv[1] }, () => createServer().listen(0, "127.0.0.1"));
    Promise.all(servers.map((server) => new Promise((done) => server.once("listening", done)))).then(() => {
      console.log(servers.map((server) => server.address().port).join(" "));
      for (const server of servers) server.close();
    });' "$1"
}

configuration() { # configuration HOME CONTROLLER_PORT NODE_PORT…
  local home=$1 controller=$2 node=0 port
  shift 2
  cat <<CONF
ClusterName=maillage-test
SlurmctldHost=$(hostname -s)(127.0.0.1)
SlurmctldPort=$controller
SlurmUser=root
AuthType=auth/munge
AuthInfo=socket=$home/munge/socket
CredType=cred/munge
StateSaveLocation=$home/state
SlurmdSpoolDir=$home/spool-%n
SlurmctldPidFile=$home/slurmctld.pid
SlurmdPidFile=$home/slurmd-%n.pid
SlurmctldLogFile=$home/slurmctld.log
SlurmdLogFile=$home/slurmd-%n.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SlurmdParameters=config_overrides
SchedulerParameters=batch_sched_delay=1,sched_interval=5,bf_interval=5
KillWait=10
ReturnToService=2
PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP
CONF
  for port in "$@"; do
    node=$((node + 1))
    echo "NodeName=n$node NodeHostname=localhost NodeAddr=127.0.0.1 Port=$port CPUs=1 RealMemory=4000"
  done
}

start() { # start HOME [PID]
  install_packages
  local home owner=${2:-}
  home=$(realpath -m "$1")
  mkdir -p "$home"
  end_processes "$home"
  rm -rf "${home:?}"/*
  mkdir -m 755 "$home/munge" "$home/state"
  (umask 077 && head -c 1024 /dev/urandom >"$home/munge/key")
  export SLURM_CONF=$home/slurm.conf MAILLAGE_TEST_CLUSTER=$home
  # shellcheck disable=SC2046
  configuration "$home" $(free_ports $((NODES + 1))) >"$SLURM_CONF"
  # --force: munged has misgivings about root as its user and about folders such as /tmp.
  munged --force --key-file="$home/munge/key" --socket="$home/munge/socket" --pid-file="$home/munge/pid" \
    --log-file="$home/munge/log" --seed-file="$home/munge/seed" 2>/dev/null
  slurmctld
  local node
  for node in $(seq $NODES); do
    mkdir "$home/spool-n$node"
    slurmd -N "n$node"
  done
  if [ -n "$owner" ]; then
    # A watchman in a session of its own, without the mark that stop looks for.
    setsid env -u MAILLAGE_TEST_CLUSTER \
      bash -c 'while [ -d "$2" ] && kill -0 "$1" 2>/dev/null; do sleep 1; done; exec "$0" stop "$2"' \
      "$(realpath "$0")" "$owner" "$home" </dev/null >/dev/null 2>&1 &
  fi
  local idle
  for _ in $(seq 100); do
    idle=$(sinfo --noheader --states=idle --format=%D 2>/dev/null | awk '{ n += $1 } END { print n + 0 }')
    [ "$idle" = $NODES ] && return 0
    sleep 0.2
  done
  echo 'the nodes of the Slurm cluster did not come up:' >&2
  tail -n 20 "$home"/*.log >&2
  end_processes "$home"
  return 1
}

# Daemons carry MAILLAGE_TEST_CLUSTER; jobs have the environment of whoever submitted them, and a number; the keepers of
# jobs (slurmstepd) write their title over their environment, but work in the folder of the cluster.
processes_of() { # processes_of HOME
  local process
  for process in /proc/[0-9]*; do
    if is_of_cluster "$process" "$1" 2>/dev/null; then basename "$process"; fi
  done
}

is_of_cluster() { # is_of_cluster /proc/PID HOME
  grep -zqxF "MAILLAGE_TEST_CLUSTER=$2" "$1/environ" && return
  grep -zqxF "SLURM_CONF=$2/slurm.conf" "$1/environ" && grep -zq '^SLURM_JOB_ID=' "$1/environ" && return
  [[ $(readlink "$1/exe") == */slurmstepd* && $(readlink "$1/cwd") == "$2"* ]]
}

end_processes() { # end_processes HOME
  local signal pids
  for signal in TERM TERM TERM KILL KILL; do
    pids=$(processes_of "$1")
    [ -n "$pids" ] || return 0
    # shellcheck disable=SC2086
    kill -s $signal $pids 2>/dev/null || true
    sleep 0.5
  done
}

stop() { # stop HOME
  local home
  home=$(realpath -m "$1")
  end_processes "$home"
  rm -rf "${home:?}"
}

case "${1:-} $#" in
  'start 2' | 'start 3') start "$2" "${3:-}" ;;
  'stop 2') stop "$2" ;;
  *)
    sed -n '4,5s/^#  *//p' "$0" >&2
    exit 2
    ;;
esac
