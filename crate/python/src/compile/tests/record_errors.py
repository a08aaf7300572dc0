"""Records what CPython says about each program of errors.txt, in place.

Run it with CPython 3.11 after adding programs: a program ends with a line
`#=> ...`, programs are separated by a line `#---`.
"""

import pathlib
import warnings

TABLE = pathlib.Path(__file__).with_name("errors.txt")


def verdict(program):
    try:
        compile(program, "p", "exec", dont_inherit=True)
    except SyntaxError as error:
        return f"{type(error).__name__} {error.lineno}: {error.msg}"
    return "OK"


def main():
    warnings.simplefilter("ignore")
    entries = []
    for entry in TABLE.read_text(encoding="utf-8").rstrip("\n").split("\n#---\n"):
        program = entry.rsplit("\n#=> ", 1)[0]
        entries.append(f"{program}\n#=> {verdict(program)}")
    TABLE.write_text("\n#---\n".join(entries) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
