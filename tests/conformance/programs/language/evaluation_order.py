# What runs first: operands, arguments, targets, defaults.
# covers: evaluation order
log = []


def e(name, value=None):
    log.append(name)
    return value


def flush(title):
    print(title, " ".join(log))
    log.clear()


e("a", 1) + e("b", 2) * e("c", 3)
flush("sum")
e("f", print)(e("x", ""), *e("star", []), sep=e("key", ""), **e("dict", {}))
flush("call")
[e("1"), e("2"), e("3")]
flush("list")
{e("k1", 1): e("v1"), e("k2", 2): e("v2")}
flush("dict")
e("box", [0, 0])[e("index", 0)] = e("value")
flush("item")
x, y = e("left"), e("right")
flush("pair")
e("t1", {})["a"] = e("t2", {})["b"] = e("source")
flush("chain")
e("no", False) and e("never")
e("yes", True) or e("never")
flush("short")
e("first", 1) if e("test", True) else e("second")
flush("if")


@e("deco1", lambda f: f)
@e("deco2", lambda f: f)
def function(a=e("default1"), b=e("default2")):
    e("body")


flush("def")
function()
flush("run")


class C(e("base", object), metaclass=e("meta", type)):
    x = e("body")


flush("class")
e("one", 1) < e("two", 2) < e("three", 3)
flush("compare")
f"{e('f1')} {e('f2')}"
flush("fstring")
items = [10, 20]
items[e("i", 0)] += e("add", 1)
flush("aug")
[e(f"v{v}") for v in e("iterable", [1, 2]) if e("cond", True)]
flush("comp")
e("start", [1, 2, 3])[e("from", 0) : e("to", 2) : e("step", 1)]
flush("slice")
for _ in e("iter", [1]):
    e("turn")
flush("for")
try:
    raise e("error", ValueError("x")) from e("cause", KeyError("y"))
except ValueError:
    flush("raise")
