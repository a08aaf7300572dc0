#!/bin/sh
# Writes what real numpy prints beside each program of numpy/, and the records of
# real Dask beside each of array/: PYTHON=... RECORD=.../record.py tests/expect.sh
cd "$(dirname "$0")" || exit 1
for program in numpy/*.py; do
    "${PYTHON:-python3}" -W ignore "$program" > "${program%.py}.out" || exit 1
done
for program in array/*.py; do
    "${PYTHON:-python3}" -W ignore "$RECORD" "$program" > "${program%.py}.json" || exit 1
done
