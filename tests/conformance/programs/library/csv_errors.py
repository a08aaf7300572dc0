# What csv refuses, in its words.
# covers: csv
import csv
import io


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(f"{type(error).__module__}.{type(error).__name__}: {error}")


attempt(lambda: list(csv.reader(['"a"b,c'], strict=True)))
attempt(lambda: list(csv.reader(['"abc'], strict=True)))
attempt(lambda: list(csv.reader([1])))
attempt(lambda: list(csv.reader(["a\rb"])))
attempt(lambda: list(csv.reader(["1,x"], quoting=csv.QUOTE_NONNUMERIC)))
attempt(lambda: csv.reader(5))
attempt(lambda: csv.reader([], delimiter="ab"))
attempt(lambda: csv.reader([], delimiter=5))
attempt(lambda: csv.reader([], quotechar="ab"))
attempt(lambda: csv.reader([], quoting=9))
attempt(lambda: csv.reader([], colour=1))
attempt(lambda: csv.reader([], dialect="nowhere"))
attempt(lambda: csv.reader([], lineterminator=5))
attempt(lambda: csv.writer(5))
attempt(lambda: csv.writer(io.StringIO()).writerow(5))
attempt(lambda: csv.writer(io.StringIO(), quoting=csv.QUOTE_NONE).writerow(["a,b"]))
attempt(lambda: csv.writer(io.StringIO(), doublequote=False).writerow(['a"b']))
attempt(lambda: csv.writer(io.StringIO(), quoting=csv.QUOTE_NONE).writerow([""]))
attempt(lambda: csv.DictWriter(io.StringIO(), ["a"], extrasaction="warn"))
attempt(lambda: csv.unregister_dialect("nowhere"))
attempt(lambda: csv.get_dialect("nowhere"))
attempt(lambda: csv.field_size_limit(10))
attempt(lambda: list(csv.reader(["x" * 11])))
attempt(lambda: csv.field_size_limit())
print(csv.Error.__mro__[1])
