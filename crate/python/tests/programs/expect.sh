#!/bin/sh
# Writes the expected output of every program here, as CPython 3.11 prints it.
cd "$(dirname "$0")" || exit 1
for program in *.py ../modules/*.py; do
    python3 -W ignore "$program" >"${program%.py}.out" || exit 1
done
