# Texts of values: layout, keys, numbers, what JSON does not know.
# covers: json
import collections
import enum
import json

print(json.dumps({"a": [1, 2.5, None, True], "b": 'é\n"\\', "c": {}}))
print(json.dumps({"a": 1, "b": [1, {"c": []}], "d": ()}, indent=2))
print(json.dumps([1, {"x": 2}], indent="--"), json.dumps({}, indent=2), json.dumps([[]], indent=0))
print(json.dumps([1, {"a": 2}], separators=(",", ":")), json.dumps({"b": 1, "a": 2}, sort_keys=True))
print(json.dumps({1: 1, None: 2, True: 3, 2.5: 4}), json.dumps({(1, 2): 3, "a": 1}, skipkeys=True))
print(json.dumps([float("nan"), float("inf"), -float("inf"), 1e300 * 1e10, 1e16, 1.0, 1e-7]))
print(json.dumps("é😀", ensure_ascii=False), json.dumps("é😀"), json.dumps("\x00\x1f/"))
print(json.dumps({3, 1, 2}, default=sorted), json.dumps(collections.OrderedDict(a=1)), json.dumps(collections.Counter("ab")))


class Level(enum.IntEnum):
    LOW = 1


Point = collections.namedtuple("Point", "x y")
print(json.dumps([Level.LOW, Point(1, 2), {Level.LOW: 5}]))


class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, complex):
            return {"real": o.real, "imag": o.imag}
        return super().default(o)


print(json.dumps([1 + 2j], cls=Encoder), json.dumps({"z": 1j}, cls=Encoder, indent=1), Encoder().encode([2j]))


def attempt(*args, **options):
    try:
        print(json.dumps(*args, **options))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


loop = [1]
loop.append(loop)
attempt({1, 2})
attempt(b"x")
attempt({(1, 2): 3})
attempt(loop)
attempt(float("nan"), allow_nan=False)
attempt({"z": {1}}, cls=Encoder)
attempt({1: 1, "a": 2}, sort_keys=True)
attempt()
attempt(1, 2)
attempt([], colour=1)
