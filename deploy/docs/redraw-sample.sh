#!/bin/sh
# Draws a sample of the spot check again (bachu-2022/第四十二条(4)), with nothing but sha256sum, sort and head.
#   redraw-sample.sh POPULATION SEED AREA=COUNT...
# POPULATION: the lines area,suspectId as published at /samples/{id}/population. Prints its digest, then the drawn ids.
set -eu
population=$1 seed=$2
shift 2
export LC_ALL=C
sort "$population" | sha256sum | cut -d' ' -f1
for stratum in "$@"; do
  sed -n "s/^${stratum%=*},//p" "$population" | while read -r id; do
    echo "$(printf %s "$seed:$id" | sha256sum | cut -d' ' -f1) $id"
  done | sort | head -n "${stratum#*=}" | cut -d' ' -f2
done
