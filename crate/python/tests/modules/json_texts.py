import json

def attempt(work):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)

print(json.dumps([1, -2.5, 1e100, 10**30, True, None, "a\"\\/\b\f\n\r\t\x01é😀", [], {}, (1, 2)]))
print(json.dumps({"a": 1, 2: "b", 1.5: [], None: 0, True: {}}), json.dumps({"b": 1, "a": {"d": 1, "c": 2}}, sort_keys=True))
print(json.dumps([1, [2, {"a": [], "b": {}}], {"c": [3]}], indent=2))
print(json.dumps({"x": [1, 2]}, indent="--", separators=(",", " = ")), json.dumps([1, 2], indent=0))
print(json.dumps([1, {"a": 2}], separators=(",", ":")), json.dumps("é", ensure_ascii=False), json.dumps([float("nan"), float("inf"), -float("inf")]))
class Point:
    def __init__(self):
        self.x = 1
print(json.dumps([Point()], default=lambda o: o.__dict__), json.dumps({(1, 2): 3, "a": 1}, skipkeys=True))
attempt(lambda: json.dumps({1, 2}))
attempt(lambda: json.dumps({(1,): 2}))
attempt(lambda: json.dumps(float("nan"), allow_nan=False))
def ring():
    a = []
    a.append(a)
    return json.dumps(a)
attempt(ring)
print(json.loads(' {"a": [1, 2.0, -3e2, "x\\u00e9\\n\\ud83d\\ude00", true, false, null], "b": {}} '), json.loads("[]"), json.loads('"x"'), json.loads(b"[1]"))
print(json.loads("[NaN, Infinity, -Infinity, 123456789012345678901234567890, 1E5, -0, 0.1]"))
print(json.loads('{"a": {"b": 1}}', object_hook=lambda d: sorted(d)), json.loads('{"a": 1, "a": 2}', object_pairs_hook=list), json.loads("[1.5, 2]", parse_float=str, parse_int=float))
for bad in ["", "[1,", "[1 2]", "{", '{"a"', '{"a":', '{"a": 1,}', "{a: 1}", '"abc', '"a\nb"', '"\\q"', '"\\u12"', "[1]]", "nul", "01", "-", '{"a" 1}', "[,]", "tru", "\n\n  x"]:
    attempt(lambda: json.loads(bad))
attempt(lambda: json.loads(5))
try:
    json.loads("{bad")
except json.JSONDecodeError as error:
    print(error.msg, error.pos, error.lineno, error.colno, error.doc)
class Encoder(json.JSONEncoder):
    def default(self, o):
        return list(o) if isinstance(o, set) else super().default(o)
print(json.dumps({"s": {1}}, cls=Encoder))
attempt(lambda: json.dumps({"s": Point()}, cls=Encoder))
