# KeyError shows the key as it is written.
# covers: KeyError
d = {"name": "Ann", 1: "one", (1, 2): "pair"}
for key in ["nme", 2, 1.5, None, (1, 3), "it's", 'say "x"', "new\nline", True, "", b"b", frozenset([1])]:
    try:
        print(repr(key), "->", d[key])
    except KeyError as error:
        print(repr(key), "->", error, "|", repr(error), error.args)
for text in ["d.pop('x')", "{}.popitem()", "del d['x']", "{1}.remove(2)", "set().pop()", "'{x}'.format()", "'%(x)s' % {}", "d['a']['b']", "d[1][5]", "d['name']['x']"]:
    try:
        exec(text)
    except (KeyError, IndexError, TypeError) as error:
        print(text, "->", type(error).__name__, error)
stock = {"apple": 3, "pear": 5}
order = ["apple", "plum", "pear"]
print([stock.get(name, 0) for name in order])
for name in order:
    print(name, stock[name])
