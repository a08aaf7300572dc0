# Dialects: registered ones, classes, and their options.
# covers: csv
import csv
import io

print(csv.list_dialects())
csv.register_dialect("pipes", delimiter="|", quoting=csv.QUOTE_ALL, lineterminator="\n")
print(csv.list_dialects())


def show(row, *args, **options):
    out = io.StringIO()
    csv.writer(out, *args, **options).writerow(row)
    print(repr(out.getvalue()))


show([1, "a"], dialect="pipes")
show([1, "a"], "pipes", quoting=csv.QUOTE_MINIMAL)


class Colons(csv.Dialect):
    delimiter = ":"
    quotechar = "'"
    quoting = csv.QUOTE_MINIMAL
    lineterminator = "\n"


class Semicolons(csv.excel):
    delimiter = ";"


show(["a:b", 1], Colons)
show(["a:b", 1], dialect=Colons())
show(["a;b", 1], Semicolons, lineterminator="!")
show(["a", "b"], csv.excel_tab)
show(["a", 5], csv.unix_dialect)

dialect = csv.get_dialect("pipes")
print(dialect.delimiter, dialect.quoting, repr(dialect.lineterminator), dialect.doublequote)
default = csv.reader([]).dialect
print(default.delimiter, default.quotechar, repr(default.lineterminator), default.quoting, default.escapechar)
print(default.doublequote, default.skipinitialspace, default.strict)
csv.unregister_dialect("pipes")
print(csv.list_dialects())
print(csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC, csv.QUOTE_NONE)
