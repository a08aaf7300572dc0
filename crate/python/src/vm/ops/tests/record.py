"""Writes what CPython 3.11 answers beside each case: python3 record.py *.py

A case file begins with definitions; after the line `# cases` each line is an expression.
"""

import pathlib
import sys

ARROW = "  #-> "


def answer(expression, names):
    try:
        return repr(eval(compile(expression, "case", "eval"), names))
    except BaseException as error:
        return f"{type(error).__name__}: {error}"


def record(path):
    definitions, cases = path.read_text().split("# cases\n")
    names = {"__name__": "__main__"}
    exec(compile(definitions, path.name, "exec"), names)
    lines = []
    for line in cases.splitlines():
        expression = line.split(ARROW)[0].rstrip()
        lines.append(f"{expression}{ARROW}{answer(expression, names)}" if expression else "")
    path.write_text(definitions + "# cases\n" + "\n".join(lines) + "\n")


for name in sys.argv[1:]:
    if not name.endswith("record.py"):
        record(pathlib.Path(name))
