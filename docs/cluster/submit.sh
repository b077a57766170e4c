#!/usr/bin/env bash
# Submits a batch as a job array of N tasks and the job that puts them together:
#
#   docs/cluster/submit.sh N results.sqlite plans --sweep ...
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
tasks=$1
shift
array=$(sbatch --parsable --array="1-$tasks" "$here/array.sbatch" "$@")
# After any end, not only a good one: what a task has not done is done there.
gather=$(sbatch --parsable --dependency="afterany:$array" "$here/gather.sbatch" "$@")
echo "array $array, then $gather"
