# json.dump and json.load with files in memory.
# covers: json, io.StringIO
import io
import json

out = io.StringIO()
json.dump({"name": "Ada", "tags": ["a", "b"]}, out, indent=1)
print(out.getvalue())
out.seek(0)
print(json.load(out))
print(json.load(io.StringIO("[1, 2.5]"), parse_float=str), json.load(io.BytesIO(b'{"k": null}')))
lines = io.StringIO()
for row in [{"id": 1}, {"id": 2, "x": [True]}]:
    json.dump(row, lines, separators=(",", ":"))
    lines.write("\n")
print(lines.getvalue(), end="")
print([json.loads(line) for line in io.StringIO(lines.getvalue())])
print(json.decoder.JSONDecodeError is json.JSONDecodeError, json.JSONDecodeError.__mro__[1])
try:
    json.load(io.StringIO("[1,2"))
except json.JSONDecodeError as error:
    print(error)
try:
    json.dump([1], 5)
except AttributeError as error:
    print(error)
value = {"nested": [{"deep": {"er": [1, [2, [3]]]}}], "text": "tab\tquote\"", "n": -0.0}
print(json.loads(json.dumps(value)) == value, json.loads(json.dumps(value, indent=4)) == value)
