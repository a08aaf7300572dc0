# Values of texts: numbers, escapes, hooks, and what is wrong where.
# covers: json
import json

print(json.loads('{"a": [1, 2.0, -3, 1e5], "b": null, "c": true, "d": "x"}'))
print(json.loads('[NaN, Infinity, -Infinity, 12345678901234567890]'), json.loads('"\\ud83d\\ude00\\u00e9\\n"'))
print(json.loads(b'{"a": 1}'), json.loads(' [ ] '), json.loads('{"a":1,"a":2}'))
print(json.loads('{"a":{"b":1}}', object_hook=lambda d: sorted(d)))
print(json.loads('{"a":{"b":1}}', object_pairs_hook=list))
print(json.loads("[1.5, 2, NaN]", parse_float=str, parse_int=float, parse_constant=str.lower))
print(json.JSONDecoder().decode("[1]"), json.JSONDecoder().raw_decode('[1] rest'), json.JSONDecoder().raw_decode("a 5", 2))


class Pairs(json.JSONDecoder):
    def __init__(self, **options):
        super().__init__(object_hook=lambda d: list(d.items()), **options)


print(json.loads('{"a": {"b": 1}}', cls=Pairs))
texts = [
    "", "{", "{'a':1}", '{"a" 1}', '{"a":1,}', "[1,]", "[1 2]", '{"a":1 "b":2}', '"abc', '"a\nb"', '"\\q"', '"\\u12"',
    "nul", "1 2", "[1,2]\nx", '{"a":\n [1,\n}', "[01]", "-", "[1.]", '{"a": .5}', "True", "\ufeff1",
]
for text in texts:
    try:
        print(json.loads(text))
    except json.JSONDecodeError as error:
        print(f"{text!r}: {error}")
try:
    json.loads("[1,\n x]")
except ValueError as error:
    print(type(error).__module__, error.msg, repr(error.doc), error.pos, error.lineno, error.colno, error.args)
for wrong in (5, None, [1]):
    try:
        json.loads(wrong)
    except TypeError as error:
        print(error)
