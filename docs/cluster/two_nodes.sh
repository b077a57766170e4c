#!/usr/bin/env bash
# Slurm with two virtual nodes on this machine, for trying the scripts beside this one; started, used and stopped again:
#
#   docs/cluster/two_nodes.sh COMMAND...     # for example: docs/cluster/submit.sh 4 r.sqlite plans
#
# Needs root and the packages slurm-wlm and munge. Everything listens on the loopback address only, keeps its files in a
# folder of its own, and ends with the command. A node is a slurmd in a namespace with a host name of its own.
set -euo pipefail
[[ $EUID == 0 ]] || {
    echo "two_nodes.sh: slurmd needs root" >&2
    exit 77
}
for program in slurmctld slurmd munged sbatch unshare; do
    command -v "$program" >/dev/null || {
        echo "two_nodes.sh: $program is missing (packages slurm-wlm and munge)" >&2
        exit 77
    }
done
(($# > 0)) || {
    echo "usage: two_nodes.sh COMMAND..." >&2
    exit 2
}

place=$(mktemp -d)
chmod 755 "$place"
mkdir -m 755 "$place"/{munge,spool,state}
daemons=()
stop() {
    ((${#daemons[@]})) && kill "${daemons[@]}" 2>/dev/null
    wait "${daemons[@]}" 2>/dev/null
    rm -rf "$place"
}
trap stop EXIT

dd if=/dev/urandom of="$place/munge/key" bs=128 count=1 status=none
chmod 600 "$place/munge/key"
munged --foreground --force --key-file="$place/munge/key" --socket="$place/munge/socket" --pid-file="$place/munge/pid" \
    --seed-file="$place/munge/seed" --log-file="$place/munge/log" >"$place/munged.out" 2>&1 &
daemons+=($!)

base=$((20000 + $$ % 10000))
cpus=$(nproc)
cat >"$place/slurm.conf" <<END
ClusterName=try
SlurmctldHost=$(hostname -s)(127.0.0.1)
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=$place/munge/socket
CredType=cred/munge
SlurmctldPort=$base
CommunicationParameters=NoInAddrAny
StateSaveLocation=$place/state
SlurmdSpoolDir=$place/spool/%n
SlurmctldPidFile=$place/slurmctld.pid
SlurmdPidFile=$place/slurmd-%n.pid
SlurmctldLogFile=$place/slurmctld.log
SlurmdLogFile=$place/slurmd-%n.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
ReturnToService=2
KillWait=2
MinJobAge=3600
JobAcctGatherType=jobacct_gather/none
SchedulerParameters=sched_interval=1,batch_sched_delay=0,sched_min_interval=100000
SlurmdParameters=config_overrides
NodeName=one,two NodeAddr=127.0.0.1,127.0.0.1 Port=$((base + 1)),$((base + 2)) CPUs=$(((cpus + 1) / 2)) State=UNKNOWN
PartitionName=all Nodes=one,two Default=YES MaxTime=INFINITE State=UP OverSubscribe=NO
END
export SLURM_CONF=$place/slurm.conf

echo "127.0.0.1 localhost $(hostname -s) one two" >"$place/hosts"
slurmctld -D -c >"$place/slurmctld.out" 2>&1 &
daemons+=($!)
for node in one two; do
    mkdir -p "$place/spool/$node"
    # shellcheck disable=SC2016  # the inner shell expands them
    unshare --uts --mount bash -c 'hostname "$0" && mount --bind "$1" /etc/hosts && exec slurmd -D -N "$0"' "$node" "$place/hosts" \
        >"$place/slurmd-$node.out" 2>&1 &
    daemons+=($!)
done
for ((i = 0; i < 60; ++i)); do
    [[ $(sinfo --noheader --Node --states=idle --format=%N 2>/dev/null | sort | tr '\n' ' ') == "one two " ]] && break
    sleep 0.5
done
if ((i == 60)); then
    echo "two_nodes.sh: the nodes did not come up" >&2
    tail -n 20 "$place"/*.out "$place"/*.log >&2
    exit 1
fi

status=0
"$@" || status=$?
# Until nothing waits or runs any more.
while [[ -n $(squeue --noheader 2>/dev/null) ]]; do sleep 0.5; done
scontrol show jobs --oneliner 2>/dev/null | while read -r line; do
    said=
    for name in JobId ArrayTaskId JobName JobState ExitCode Restarts NodeList; do
        [[ " $line " =~ \ $name=([^\ ]*) ]] && said+="$name=${BASH_REMATCH[1]} "
    done
    echo "$said"
done
exit "$status"
