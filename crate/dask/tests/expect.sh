#!/bin/sh
# Writes what real numpy and Dask print for each program beside it: PYTHON=... tests/expect.sh
cd "$(dirname "$0")" || exit 1
for program in numpy/*.py array/*.py; do
    [ -e "$program" ] || continue
    "${PYTHON:-python3}" -W ignore "$program" > "${program%.py}.out" || exit 1
done
