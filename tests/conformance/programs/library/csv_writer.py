# Rows written by csv.writer: what is quoted, what is escaped.
# covers: csv
import csv
import io


def written(rows, **options):
    out = io.StringIO()
    writer = csv.writer(out, **options)
    writer.writerows(rows)
    return out.getvalue()


print(repr(written([[1, "a", None, 2.5, True], ["x,y", 'q"r', "l\nm"]])))
print(repr(written([[1, "a", 2.5, None, ""]], quoting=csv.QUOTE_ALL)))
print(repr(written([[1, "a", 2.5, None, ""]], quoting=csv.QUOTE_NONNUMERIC)))
print(repr(written([["a,b"]], quoting=csv.QUOTE_NONE, escapechar="\\")))
print(repr(written([['a"b', "a\\b"]], doublequote=False, escapechar="\\")))
print(repr(written([["a b", "c"]], delimiter=" ")))
print(repr(written([[1, 2], "xy"], lineterminator="\n")))
print(repr(written([["a;b", "it's"]], delimiter=";", quotechar="'")))
print(repr(written([[""], [], [None], ["", ""]])))
print(repr(written([[1e20, 1 / 3, 10**20, 1j, [1, 2]]])))
print(repr(written([["a", 1]], dialect="unix")))
print(repr(written([[" a", "b ", "\r", "\t"]])))

out = io.StringIO()
writer = csv.writer(out)
print(writer.writerow([1, 2]), writer.writerow(["longer", "x"]))
print(list(csv.reader(io.StringIO(out.getvalue()))))
rows = [["a", 'b"c'], ["d,e", "f\ng"], ["", " "]]
text = written(rows)
print(list(csv.reader(io.StringIO(text, newline=""))) == rows)
