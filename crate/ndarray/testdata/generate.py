"""Writes what numpy answers, one JSON case a line, for tests/oracle.rs to compare.

    python generate.py        (numpy 2.4; writes *.jsonl beside this file)

Large arrays come as cases of op "array"; {"ref": n} is the n-th of them in the file.
An array is {"d": dtype, "s": shape, "v": elements}; floats are texts, so that nan and the last bit survive.
A plain Python value is {"w": value}. A case has "op", its arguments, and either "expect" or "error".
Everything is made from one seed: running it again writes the same bytes.
"""

import itertools
import json
import pathlib
import random
import warnings

import numpy as np

warnings.simplefilter("ignore")
HERE = pathlib.Path(__file__).parent
rng = random.Random(20260)
LARGE = 40
DTYPES = ["bool", "int8", "int16", "int32", "int64", "float32", "float64"]


def element(x):
    return repr(float(x)) if isinstance(x, (float, np.floating)) else x


def pack(x):
    """Something numpy returned, or an argument, as JSON."""
    if isinstance(x, (np.ndarray, np.generic)):
        x = np.asarray(x)
        return {"d": x.dtype.str.lstrip("|") if x.dtype.kind == "U" else str(x.dtype), "s": list(x.shape),
                "v": [element(v) for v in x.ravel().tolist()]}
    if isinstance(x, float):
        return {"w": {"f": repr(x)}}
    return {"w": x}


class File:
    def __init__(self, name):
        self.path = HERE / f"{name}.jsonl"
        self.lines = []
        self.known = {}

    def share(self, packed):
        """Writes a large array once, as a case of its own, and gives a reference to it."""
        if not isinstance(packed, dict) or len(packed.get("v", ())) <= LARGE:
            return packed
        text = json.dumps(packed, separators=(",", ":"))
        if text not in self.known:
            self.known[text] = len(self.known)
            self.lines.append(f'{{"op":"array","a":{text}}}')
        return {"ref": self.known[text]}

    def case(self, op, call, approx=False, **arguments):
        record = {"op": op, **{name: self.share(value) for name, value in arguments.items()}}
        try:
            with np.errstate(all="ignore"):
                result = call()
        except Exception as error:  # the text is what is tested
            name = type(error).__name__
            record["error"] = f"{name}: {error}"
        else:
            record["expect"] = result if isinstance(result, (str, list)) else pack(result)
            if isinstance(result, (np.ndarray, np.generic)) and np.asarray(result).dtype == np.float16:
                return
        if approx:
            record["approx"] = True
        self.lines.append(json.dumps(record, separators=(",", ":"), allow_nan=False))

    def write(self):
        self.path.write_text("\n".join(self.lines) + "\n")
        print(self.path.name, len(self.lines))


def sample(dtype, shape, special=False):
    size = int(np.prod(shape))
    if dtype == "bool":
        values = [rng.random() < 0.5 for _ in range(size)]
    elif dtype.startswith("int"):
        values = [rng.choice([0, 1, 2, 3, 5, -1, -2, -7, 7, 100, -100, 127, -128]) for _ in range(size)]
    else:
        pool = [0.0, -0.0, 1.0, -1.0, 0.5, -2.5, 3.0, 1e10, -7.25, 0.1]
        pool += [float("nan"), float("inf"), float("-inf")] if special else []
        values = [rng.choice(pool) if rng.random() < 0.6 else rng.uniform(-5, 5) for _ in range(size)]
    return np.array(values, dtype=dtype).reshape(shape)


BINARY = {
    "add": np.add, "subtract": np.subtract, "multiply": np.multiply, "divide": np.divide,
    "floor_divide": np.floor_divide, "remainder": np.remainder, "power": np.power, "maximum": np.maximum,
    "minimum": np.minimum, "arctan2": np.arctan2, "hypot": np.hypot, "equal": np.equal,
    "not_equal": np.not_equal, "less": np.less, "less_equal": np.less_equal, "greater": np.greater,
    "greater_equal": np.greater_equal, "bitwise_and": np.bitwise_and, "bitwise_or": np.bitwise_or,
    "bitwise_xor": np.bitwise_xor, "left_shift": np.left_shift, "right_shift": np.right_shift,
    "logical_and": np.logical_and, "logical_or": np.logical_or, "logical_xor": np.logical_xor,
}
APPROXIMATE = {"power", "arctan2", "hypot"}
# The comparison of text with numbers goes through the operators, which answer where the ufunc refuses.
OPERATORS = {"equal": lambda a, b: a == b, "not_equal": lambda a, b: a != b, "less": lambda a, b: a < b}


def binary():
    out = File("binary")
    for name, function in BINARY.items():
        for left, right in itertools.product(DTYPES, DTYPES):
            a, b = sample(left, (5,), True), sample(right, (5,), True)
            out.case("binary", lambda: function(a, b), name in APPROXIMATE, name=name, a=pack(a), b=pack(b))
        for dtype in DTYPES:
            for weak in (True, 2, -3, 0, 2.5, 0.0):
                a = sample(dtype, (4,))
                out.case("binary", lambda: function(a, weak), name in APPROXIMATE, name=name, a=pack(a), b=pack(weak))
                out.case("binary", lambda: function(weak, a), name in APPROXIMATE, name=name, a=pack(weak), b=pack(a))
    for left, right in [((2, 3), (3,)), ((2, 1), (3,)), ((), (2, 2)), ((2, 3), (2,)), ((1,), (0,)), ((4, 1, 2), (3, 1)),
                        ((2,), (3,)), ((0, 3), (1, 3)), ((2, 2), (3, 2))]:
        a, b = sample("int64", left), sample("float64", right)
        out.case("binary", lambda: a + b, name="add", a=pack(a), b=pack(b))
        out.case("binary", lambda: a < b, name="less", a=pack(a), b=pack(b))
    narrow = np.array([1, 2], dtype="int8")
    for weak in (300, -129, 127):
        for name in ("add", "less", "equal", "multiply", "maximum", "divide", "power", "floor_divide", "arctan2",
                     "logical_and", "left_shift"):
            out.case("binary", lambda: BINARY[name](narrow, weak), name=name, a=pack(narrow), b=pack(weak))
    texts = np.array(["a", "bc", ""])
    for other in (np.array(["a", "bd", "x"]), np.array([1, 2, 3])):
        for name in ("add", "equal", "not_equal", "less", "multiply", "maximum"):
            call = OPERATORS.get(name, BINARY[name])
            out.case("binary", lambda: call(texts, other), name=name, a=pack(texts), b=pack(other))
    targets = [np.array([1, 2, 3]), np.array([0.5, 1.0, 1.5]), np.array([True, False, True]), np.array([1, 2, 3], dtype="int8"),
               np.array([0.5, 1.0, 1.5], dtype="float32"), np.array([[1], [2]]), np.array(4)]
    for target, (name, function) in itertools.product(targets, list(BINARY.items())[:7] + list(BINARY.items())[17:22]):
        for value in [0.5, 2, True, 300, *targets[:4], np.ones((2, 3), int), np.array([1, 2]), np.array(2.5)]:
            def change():
                a = target.copy()
                return function(a, value, out=a)

            out.case("in_place", change, name == "power", name=name, a=pack(target), b=pack(value))
    edge = np.array([2**63 - 1, -(2**63), 5, -5])
    for name in ("add", "multiply", "floor_divide", "remainder", "subtract", "left_shift", "right_shift"):
        for weak in (-1, 1, 3, 70):
            out.case("binary", lambda: BINARY[name](edge, weak), name=name, a=pack(edge), b=pack(weak))
    out.write()


UNARY = ["negative", "positive", "absolute", "invert", "logical_not", "square", "sign", "reciprocal", "floor",
         "ceil", "trunc", "rint", "fabs", "sqrt", "cbrt", "exp", "exp2", "expm1", "log", "log2", "log10", "log1p",
         "sin", "cos", "tan", "arcsin", "arccos", "arctan", "sinh", "cosh", "tanh", "degrees", "radians", "isnan",
         "isinf", "isfinite"]


def unary():
    out = File("unary")
    for name in UNARY:
        function = getattr(np, name)
        for dtype in DTYPES:
            a = sample(dtype, (6,), True)
            if name in ("exp", "exp2", "expm1", "sinh", "cosh", "sin", "cos", "tan", "reciprocal"):
                a = np.clip(a, -5, 5) if dtype != "bool" else a
            if name == "reciprocal" and dtype.startswith("int"):
                a = np.where(a == 0, 1, a).astype(dtype)
            approx = name not in ("sqrt", "square", "fabs", "rint") and name in UNARY[UNARY.index("cbrt"):-3]
            out.case("unary", lambda: function(a), approx, name=name, a=pack(a))
    for name in ("negative", "sqrt", "isnan", "square", "absolute", "invert", "sign", "positive", "reciprocal", "floor"):
        a = np.array(["a"])
        out.case("unary", lambda: getattr(np, name)(a), name=name, a=pack(a))
    for dtype in ("int8", "int64", "float64", "float32"):
        a = np.array([15, 25, -15, 7, 119], dtype=dtype)
        for decimals in (-2, -1, 0, 1):
            out.case("round", lambda: a.round(decimals), a=pack(a), decimals=decimals)
    a = np.array([1.256, 2.5, -0.5, 1.005, 2.675, 1e17, float("nan"), 0.05])
    for decimals in (-1, 0, 1, 2, 3, 10):
        out.case("round", lambda: a.round(decimals), a=pack(a), decimals=decimals)
    a = np.array([1, 5, 9])
    for low, high in [(None, 4), (2, None), (2, 6), (2.5, None), (None, 2.5), (7, 3)]:
        out.case("clip", lambda: np.clip(a, low, high), a=pack(a), low=pack(low), high=pack(high))
    f, n = np.array([0.5, float("nan"), 9.0]), np.array([1, 2, 3], dtype="int8")
    out.case("clip", lambda: np.clip(f, 1, 2), a=pack(f), low=pack(1), high=pack(2))
    out.case("clip", lambda: np.clip(n, 2, 2), a=pack(n), low=pack(2), high=pack(2))
    out.case("clip", lambda: np.clip(a, a[::-1], 7), a=pack(a), low=pack(a[::-1].copy()), high=pack(7))
    c = np.array([True, False, True])
    for yes, no in [(1, 0), (1.5, a), (a, f), (n, 300), (n, 3), (True, False), (np.ones((2, 1)), a), (np.ones(2), 1)]:
        out.case("where", lambda: np.where(c, yes, no), c=pack(c), a=pack(yes), b=pack(no))
    out.write()


REDUCTIONS = ["sum", "prod", "mean", "var", "std", "min", "max", "argmin", "argmax", "any", "all", "count_nonzero"]


def reductions():
    out = File("reduce")
    for name in REDUCTIONS:
        function = getattr(np, name)
        for dtype in DTYPES:
            for shape in [(5,), (3, 4), (2, 3, 4), (), (0,), (0, 3), (3, 0)]:
                a = sample(dtype, shape, special=name not in ("var", "std", "prod"))
                axes = [None] + list(range(-1, len(shape)))
                if len(shape) == 3 and not name.startswith("arg"):
                    axes += [[0, 1], [0, 2], [1, 2]]
                for axis in axes:
                    real = tuple(axis) if isinstance(axis, list) else axis
                    keep = rng.random() < 0.3
                    if not shape and axis is not None:
                        continue
                    out.case("reduce", lambda: function(a, axis=real, keepdims=keep), name=name, a=pack(a),
                             axes=[axis] if isinstance(axis, int) else axis, keepdims=keep)
    for dtype in ("float32", "float64"):
        for size in (7, 8, 9, 31, 128, 129, 137, 500):
            a = np.array([rng.uniform(-1, 1) * 10 ** rng.randint(-3, 3) for _ in range(size)], dtype=dtype)
            for name in ("sum", "mean", "var", "prod"):
                out.case("reduce", lambda: getattr(np, name)(a), name=name, a=pack(a), axes=None, keepdims=False)
            out.case("accumulate", lambda: np.cumsum(a), name="sum", a=pack(a), axis=None)
        for shape in [(20, 17), (3, 150), (150, 3), (5, 9, 11), (9, 1, 12)]:
            size = int(np.prod(shape))
            a = np.array([rng.uniform(-1, 1) * 10 ** rng.randint(-3, 3) for _ in range(size)], dtype=dtype).reshape(shape)
            axes = [None] + [[i] for i in range(len(shape))]
            axes += [[0, 1], [0, 2], [1, 2]] if len(shape) == 3 else []
            for axis, name in itertools.product(axes, ("sum", "mean", "std")):
                real = None if axis is None else tuple(axis)
                out.case("reduce", lambda: getattr(np, name)(a, axis=real), name=name, a=pack(a), axes=axis, keepdims=False)
    for ddof in (1, 2, 5):
        a = sample("float64", (4,))
        out.case("reduce", lambda: np.var(a, ddof=ddof), name="var", a=pack(a), axes=None, keepdims=False, ddof=ddof)
    for axis in ([2], [-3], [0, 0], [0, 5]):
        a = sample("int64", (2, 3))
        out.case("reduce", lambda: np.sum(a, axis=tuple(axis)), name="sum", a=pack(a), axes=axis, keepdims=False)
    texts = np.array(["b", "a"])
    for name in ("sum", "max", "argmax", "any", "mean"):
        out.case("reduce", lambda: getattr(np, name)(texts), name=name, a=pack(texts), axes=None, keepdims=False)
    for name, dtype in itertools.product(("sum", "prod"), DTYPES):
        for shape in [(5,), (3, 4), (2, 2, 3), ()]:
            a = sample(dtype, shape)
            for axis in [None] + list(range(-1, len(shape) + 1)):
                out.case("accumulate", lambda: getattr(np, "cum" + name)(a, axis=axis), name=name, a=pack(a), axis=axis)
    out.write()


def random_index(shape):
    """A random index and its description; sometimes a wrong one."""
    items, described = [], []

    def add(item, text):
        items.append(item)
        described.append(text)

    axes = list(shape)
    ellipsis = rng.random() < 0.2
    count = rng.randint(0, len(axes) + (rng.random() < 0.1))
    common = rng.choice([(2,), (3,), (2, 1)])
    fancy = rng.random() < 0.45
    for i in range(count):
        size = axes[i] if i < len(axes) else 2
        kind = rng.random()
        if kind < 0.1:
            add(None, {"new": 1})
        if ellipsis and rng.random() < 0.5:
            add(Ellipsis, {"dots": 1})
            ellipsis = rng.random() < 0.05
        kind = rng.random()
        if kind < 0.3:
            n = rng.randint(-size - 1 if rng.random() < 0.1 else -size, size if rng.random() < 0.1 else max(size - 1, -size))
            add(n, {"i": n})
        elif kind < 0.65 or not fancy:
            part = [rng.choice([None, rng.randint(-6, 6)]), rng.choice([None, rng.randint(-6, 6)]),
                    rng.choice([None, None, 1, 2, -1, -2, 3])]
            add(slice(*part), {"s": part})
        elif kind < 0.85:
            values = [rng.randint(-size, max(size - 1, -size)) if size else 0 for _ in range(int(np.prod(common)))]
            if rng.random() < 0.05:
                values[0] = 99
            array = np.array(values, dtype=int).reshape(common)
            add(array, {"a": pack(array)})
        else:
            wrong = 1 if rng.random() < 0.08 else 0
            mask = np.array([rng.random() < 0.6 for _ in range(size + wrong)], dtype=bool)
            add(mask, {"a": pack(mask)})
    return tuple(items), described


def describe(item):
    if item is None:
        return {"new": 1}
    if item is Ellipsis:
        return {"dots": 1}
    if isinstance(item, slice):
        return {"s": [item.start, item.stop, item.step]}
    return {"i": item} if isinstance(item, int) else {"a": pack(item)}


def indexing():
    out = File("index")
    for shape in [(5,), (3, 4), (2, 3, 4), (), (0, 3), (2, 1, 3, 2)]:
        a = np.arange(int(np.prod(shape))).reshape(shape)
        for _ in range(160):
            items, described = random_index(shape)
            out.case("index", lambda: a[items], s=list(shape), index=described)
            base = a.astype(rng.choice(["int64", "float64"]))
            with np.errstate(all="ignore"):
                try:
                    target = np.shape(base[items])
                except IndexError:
                    target = (1,)
            if rng.random() < 0.5:
                value = rng.choice([7, 2.5, True])
            else:
                target = target[1:] if rng.random() < 0.2 else target
                target = tuple(rng.choice([n, n, n, 1, n + 1]) if rng.random() < 0.3 else n for n in target)
                value = sample("float64" if rng.random() < 0.3 else "int64", target)

            def write():
                base[items] = value
                return base

            # Places that are written twice are free to keep either value.
            twice = any(isinstance(i, np.ndarray) and i.dtype != bool for i in items) and isinstance(value, np.ndarray)
            if not twice or value.size <= 1:
                out.case("assign", write, a=pack(a.astype(base.dtype)), index=described, value=pack(value))
        mask = np.array([rng.random() < 0.5 for _ in range(a.size)], dtype=bool).reshape(shape)
        if shape:
            out.case("index", lambda: a[mask], s=list(shape), index=[{"a": pack(mask)}])
    a = np.arange(6).reshape(2, 3)
    for items, described in [
        ((np.array([1.5]),), [{"a": pack(np.array([1.5]))}]),
        ((Ellipsis, Ellipsis), [{"dots": 1}] * 2),
        ((slice(None, None, 0),), [{"s": [None, None, 0]}]),
        ((0, 1, 2), [{"i": 0}, {"i": 1}, {"i": 2}]),
        ((np.array([], dtype=float),), [{"a": pack(np.array([], dtype=int))}]),
        ((np.array([0, 1]), np.array([0, 1, 2])), [{"a": pack(np.array([0, 1]))}, {"a": pack(np.array([0, 1, 2]))}]),
        ((0, Ellipsis, 1), [{"i": 0}, {"dots": 1}, {"i": 1}]),
        ((slice(-2**62, 2**62, 2**40),), [{"s": [-2**62, 2**62, 2**40]}]),
        ((slice(None, None, -2**63 + 1),), [{"s": [None, None, -2**63 + 1]}]),
    ]:
        if described[0].get("a", {}).get("s") != [0]:
            out.case("index", lambda: a[items], s=[2, 3], index=described)
    empty, mask = np.zeros(0, dtype=bool), np.array([True] * 5)
    cube = [2, 3, 4]
    for shape, items in [([3, 4], (empty,)), ([3, 4], (empty, 1)), ([3, 4], (1, empty)), ([3, 4], (slice(None), empty)),
                         ([3, 4], (np.zeros((3, 0), dtype=bool),)), ([3, 4], (5, empty)), ([3, 4], (np.array([9]), mask)),
                         ([3, 4], (7, np.array([9]))), ([3, 4], (7, 8)), ([3, 4], (7, slice(None, None, 0))),
                         ([3, 4], (slice(None, None, 0), 7)), ([3, 4], (np.array([9]), slice(None, None, 0))),
                         (cube, (7, slice(None), np.array([9]))), (cube, (np.array([9]), slice(None), 7)),
                         (cube, (np.array([0, 1]), Ellipsis, 1, np.array([2, 3]))), (cube, (0, Ellipsis, np.array([1]))),
                         (cube, (np.array([1, 1]), None, np.array([0, 2]))), (cube, (None, np.array([1, 1]), 2))]:
        a = np.arange(int(np.prod(shape))).reshape(shape)
        out.case("index", lambda: a[items], s=shape, index=[describe(i) for i in items])
    for value in (300, -129, 1.9, float("nan"), float("inf"), "x", "12", True):
        for dtype in ("int8", "int64", "float64", "bool", "<U2"):
            base = np.zeros(2, dtype=dtype)
            before = pack(base)

            def write():
                base[0] = value
                return base

            out.case("assign", write, a=before, index=[{"i": 0}], value=pack(value))
    out.write()


def shapes():
    out = File("shape")
    for size, shape in [(12, [3, 4]), (12, [-1, 6]), (12, [5, 2]), (12, [5, -1]), (12, [-1, 5]), (12, [-1, -1]), (12, [7]),
                        (0, [0, 3]), (0, [-1, 0]), (0, [-1]), (6, [1, 6, 1]), (1, []), (2, [])]:
        a = np.arange(size)
        out.case("reshape", lambda: a.reshape(shape), a=pack(a), shape=shape)
    for shape, axes in [([2, 3], None), ([2, 3, 4], None), ([2, 3, 4], [1, 0, 2]), ([2, 3], [0]), ([2, 3], [0, 0]),
                        ([2, 3], [0, 2]), ([2, 3], [-1, 0]), ([3], None), ([], None)]:
        a = np.arange(int(np.prod(shape))).reshape(shape)
        out.case("transpose", lambda: a.transpose(axes), a=pack(a), axes=axes)
        out.case("squeeze", lambda: a.squeeze(tuple(axes) if axes else None), a=pack(a), axes=axes)
    for shape, axes in [([1, 3, 1], None), ([1, 3, 1], [0]), ([1, 3, 1], [1]), ([1, 3, 1], [0, 2])]:
        a = np.zeros(shape)
        out.case("squeeze", lambda: a.squeeze(tuple(axes) if axes else None), a=pack(a), axes=axes)
    for shape, target in [([3], [2, 3]), ([3], [2, 2]), ([2, 1], [2, 4]), ([], [2]), ([2, 3], [3])]:
        a = np.arange(int(np.prod(shape))).reshape(shape)
        out.case("broadcast_to", lambda: np.broadcast_to(a, target), a=pack(a), shape=target)
    for dtypes in [("int64", "int64"), ("int64", "float64"), ("bool", "int8"), ("float32", "int32"), ("bool", "bool")]:
        for one, two, axis in [((2,), (3,), 0), ((2, 3), (2, 3), 1), ((2, 3), (2, 3), 0), ((2, 3), (2, 3), -1),
                               ((2, 3), (1, 3), 0), ((2, 3), (2, 2), 0), ((2, 3), (2, 3), 2), ((2,), (2, 2), 0), ((), (), 0),
                               ((2, 3), (4,), None), ((0,), (2,), 0), ((2, 2, 2), (2, 1, 2), 1)]:
            parts = [sample(d, s) for d, s in zip(dtypes, (one, two))]
            out.case("concatenate", lambda: np.concatenate(parts, axis=axis), parts=[pack(p) for p in parts], axis=axis)
            if axis is not None:
                out.case("stack", lambda: np.stack(parts, axis=axis), parts=[pack(p) for p in parts], axis=axis)
    long = np.zeros((10**12, 0))
    out.case("reduce", lambda: long.sum(axis=1), name="sum", a=pack(long), axes=[1], keepdims=False)
    out.case("reduce", lambda: long.sum(axis=0), name="sum", a=pack(long), axes=[0], keepdims=False)
    out.case("transpose", lambda: long.T, a=pack(long), axes=None)
    out.case("matmul", lambda: long @ np.zeros((0, 10**12)), a=pack(long), b=pack(np.zeros((0, 10**12))))
    out.case("concatenate", lambda: np.concatenate([]), parts=[], axis=0)
    out.case("stack", lambda: np.stack([]), parts=[], axis=0)
    mixed = [np.array(["a", "bcd"]), np.array([1, 2])]
    out.case("concatenate", lambda: np.concatenate(mixed), parts=[pack(p) for p in mixed], axis=0)
    for one, two in itertools.product([(), (2,), (3,), (2, 3), (3, 2), (2, 2, 3), (3, 3, 2), (1, 3, 4), (0, 3), (3, 0)], repeat=2):
        for dtypes in [("int64", "int64"), ("bool", "bool"), ("int8", "float64")]:
            a, b = (sample(d, s) for d, s in zip(dtypes, (one, two)))
            a, b = (np.rint(np.clip(x, -9, 9)).astype(x.dtype) if x.dtype != bool else x for x in (a, b))
            out.case("matmul", lambda: np.matmul(a, b), a=pack(a), b=pack(b))
            out.case("dot", lambda: np.dot(a, b), a=pack(a), b=pack(b))
    a, b = np.arange(24).reshape(2, 3, 4), np.arange(12).reshape(4, 3)
    for axes in [([2], [0]), ([1, 2], [1, 0]), ([1], [1]), ([0], [0]), ([], []), ([2, 1], [0, 1]), ([1], [0, 1])]:
        out.case("tensordot", lambda: np.tensordot(a, b, axes), a=pack(a), b=pack(b), axes=axes)
    for dtype in DTYPES + ["<U2"]:
        for shape in [(6,), (3, 4), (0,)]:
            a = sample(dtype, shape, True) if dtype in DTYPES else np.array(["b", "a", "bb", "", "a", "c"])
            for axis in (-1, 0, None, 1):
                out.case("sort", lambda: np.sort(a, axis=axis), a=pack(a), axis=axis)
                out.case("argsort", lambda: np.argsort(a, axis=axis, kind="stable"), a=pack(a), axis=axis)
            out.case("unique", lambda: np.unique(a), a=pack(a))
    out.write()


def creation():
    out = File("create")
    for start, stop, step in [(0, 5, 1), (2, 10, 3), (0, 1, 0.25), (5, 0, -2), (0, 1, 0.1), (1, 2, 0), (0.5, 5, 1), (0, -3, 1),
                              (0, float("nan"), 1), (1.0, 1.3, 0.1), (10, 0, -3), (0, 10, 2.5), (-1.5, 1.5, 0.3), (0, 1e-3, 1e-4)]:
        out.case("arange", lambda: np.arange(start, stop, step), start=pack(start), stop=pack(stop), step=pack(step))
    out.case("arange", lambda: np.arange(0, 10**13), start=pack(0), stop=pack(10**13), step=pack(1))
    for start, stop, step in [(2**53, 2**53 + 3, 1), (True, 4, 1), (5, 2, 2), (7, 0, -7), (-2**63, 2**63 - 1, 2**62)]:
        out.case("arange", lambda: np.arange(start, stop, step), start=pack(start), stop=pack(stop), step=pack(step))
    for start, stop, count, end in [(0, 1, 5, True), (1, 2, 3, True), (0, 1, 7, False), (0, 1, 1, True), (0, 1, 0, True),
                                    (0, 1, -1, True), (2, 2, 3, True), (-1, 1, 11, True), (0, 10, 4, False), (0, 1, 1, False),
                                    (1, -1, 6, True), (0.1, 0.7, 9, True)]:
        out.case("linspace", lambda: np.linspace(start, stop, count, endpoint=end), start=float(start), stop=float(stop),
                 count=count, endpoint=end)
    for rows, columns, k, dtype in [(2, 2, 0, "float64"), (2, 3, 1, "int64"), (3, 2, -1, "bool"), (2, 2, 5, "float32"),
                                    (-1, 2, 0, "float64"), (0, 2, 0, "float64"),
                                    (3, 3, -5, "int64"), (4, 2, 0, "int8"), (2, 4, 3, "int64"), (10**12, 0, 0, "bool")]:
        out.case("eye", lambda: np.eye(rows, columns, k, dtype=dtype), rows=rows, columns=columns, k=k, dtype=dtype)
    for shape, value, dtype in [([3], 7, None), ([2, 2], 0.5, None), ([2], True, None), ([2], 1, "float64"), ([2], 1.7, "int64"),
                                ([], 3, None), ([2], 300, "int8"), ([-1], 0, None), ([10**13], 0, None), ([10**6] * 4, 0, None),
                                ([2, 0], 1.0, None), ([2], "ab", None), ([2], float("nan"), "int64")]:
        out.case("full", lambda: np.full(shape, value, dtype=dtype), shape=shape, value=pack(value), dtype=dtype)
    nested = [1, [1, 2], [1, 2.5, True], [[1, 2], [3, 4]], [], [[], []], [[1, 2], [3]], [[1, 2], 3], [1, [2, 3]],
              [[[1, 2], [3, 4]], [[1, 2], [3]]], [True, False], ["a", "bc"], ["a", 1], [1.5, "a"], "ab", [[1], [2.0]], [True, 2],
              [True, "x"], deep(64), deep(65), deep(70), [[]], [[[]], [[]]], [[1, [2]], [3, 4]], [[[1]], [[2]], [[3]]], [[[1]], [[2], [3]]], [""], [[1, 2], []]]
    for data in nested:
        out.case("nested", lambda: np.array(data), data=mark(data), dtype=None)
    for data in [[np.array([1, 2]), np.array([3, 4])], [np.int8(1), 2], [np.float32(1), np.int16(2)], [np.array([1, 2]), [3.5, 4]],
                 [[1, 2], np.array([3, 4])], [np.array([1, 2]), np.array([3])], [np.array([1, 2]), 3], np.array([[1.5]]), [np.array(3), 4],
                 [np.array([[1, 2]]), [[True, False]]], [[np.bool_(True)], [False]], [np.array([1]), [[2]]], [np.zeros((2, 0)), np.zeros((2, 0))]]:
        out.case("nested", lambda: np.array(data), data=mark(data), dtype=None)
    for data, dtype in [([1, 2], "float64"), ([1.9, -1.9], "int64"), ([0, 2], "bool"), ([300], "int8"), ([float("nan")], "int64"),
                        ([float("inf")], "int64"), (["1", "2"], "int64"), (["x"], "int64"), (["1.5"], "float64"), ([1, 22], "<U1"),
                        ([1.5], "float32"), ([0.1], "float32")]:
        out.case("nested", lambda: np.array(data, dtype=dtype), data=mark(data), dtype=dtype)
    for source, target in itertools.product(DTYPES, DTYPES + ["<U8"]):
        a = sample(source, (6,), special=target.startswith(("float", "bool")))
        a = np.clip(a, -100, 100) if source.startswith("float") and target.startswith("int") else a
        out.case("astype", lambda: a.astype(target), a=pack(a), dtype=target)
    for texts, target in [(["1", "-5"], "int64"), (["1.5", "nan"], "float64"), (["x"], "float64"), (["x"], "int64"), ([" 7 "], "int64"), (["1_0"], "float64"), (["", "a"], "bool"), (["abc"], "<U2")]:
        a = np.array(texts)
        out.case("astype", lambda: a.astype(target), a=pack(a), dtype=target)
    for shape in [(), (3,), (2, 3), (2, 0), (0,), (0, 2), (2, 1, 2)]:
        for dtype in ("int64", "float64", "bool"):
            a = sample(dtype, shape)
            out.case("tolist", lambda: [repr(a.tolist())], a=pack(a))
    out.write()


def deep(levels):
    return [deep(levels - 1)] if levels else 1


def mark(data):
    if isinstance(data, list):
        return [mark(d) for d in data]
    return pack(data)


def printing():
    out = File("print")

    def show(a):
        out.case("print", lambda: [str(a), repr(a)], a=pack(a))

    for a in [np.array([1, 2, 3]), np.array([[1, 2], [3, 4]]), np.array([1.5, 2, 3]), np.zeros((2, 0)), np.array([]), np.array(5),
              np.array(1.5), np.array(1e8), np.array(True), np.array("ab"), np.array(["a", "bc"]), np.array([True, False]),
              np.array([True]), np.array([[True], [False]]), np.array([1e10, 1]), np.array([1e-5, 1]), np.array([0.1, 0.25, 100]),
              np.array([1e300, 1e-300]), np.array([1.0, np.nan, -np.inf]), np.array([np.nan]), np.array([np.inf, 1]),
              np.array([-np.inf]), np.array([np.nan, 1e10]), np.array([-np.inf, 1e10, 1e-3]), np.array([-0.0, 0.0]),
              np.array([1 / 3, 2 / 3]), np.array([1e22]), np.array([123456789.123]), np.array([0.1 + 0.2, 1e-3]),
              np.arange(2000), np.arange(2000.0) / 7, np.arange(1001), np.arange(1000), np.arange(2000).reshape(2, 1000),
              np.arange(2000).reshape(1000, 2), np.arange(2000).reshape(500, 2, 2), np.arange(8).reshape(2, 2, 2),
              np.arange(16).reshape(2, 2, 2, 2), np.ones((2, 3, 0)), np.zeros(0, dtype=int), np.zeros((0, 2), dtype=bool),
              np.arange(100), np.arange(60.0) / 7, np.arange(100) % 3 == 0, np.arange(100).reshape(2, 50), np.array(["x" * 30] * 5),
              np.array([["ab", "c"], ["d", "efg"]]), np.array(["it's", 'say "x"', "a\\b", "tab\t", "both'\""]),
              np.array([2**63 - 1, -(2**63)]), np.array([[1.5, -2.25], [1000, 0]]), np.array([99999999.0, 1.0]), np.array([1000.5, 1]),
              np.array([1001.5, 1]), np.array([0.0001, 0.01]), np.array([0.00009, 0.01]), np.array([1.123456789, 2]),
              np.array([0.00012345678912]), np.array([5e-324, 1e308]), np.array([1e5, 123456.789]), np.arange(30000.0).reshape(100, 300),
              np.linspace(0, 1, 11), np.linspace(0, 1e9, 5), np.arange(20).reshape(4, 5) / 3, np.array([np.nan, 0.5]), np.array([2.5e-7]),
              np.array([[np.nan, np.inf], [-1, 1e-12]]), np.array([0.5, -np.inf]), np.array([1.0, 10.0, 100.0])]:
        show(a)
        if a.dtype == np.float64 and a.size < 100:
            with np.errstate(all="ignore"):
                show(a.astype("float32"))
        if a.dtype == np.int64 and a.size < 101:
            show(a.astype("int32"))
            show(a.astype("int8"))
    for dtype in ("int16", "float32", "int32"):
        for size in (10, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21):
            show(np.arange(1000, 1000 + size, dtype=dtype))
    for _ in range(150):
        scale = 10.0 ** rng.randint(-6, 9)
        shape = rng.choice([(3,), (7,), (2, 3), (12,), (4, 4), (2, 2, 2)])
        values = [round(rng.uniform(-1, 1) * scale, rng.choice([0, 1, 2, 5, 17])) for _ in range(int(np.prod(shape)))]
        a = np.array(values).reshape(shape)
        show(a)
        show(a.astype("float32"))
        show(a.astype(np.int64))
    for x in [0.1, 1e16, 1e15, 123456789012345678.0, 1e-4, 1e-5, 9.9e-5, 0.0, -0.0, 1e22, 1 / 3, 5e-324, float("nan"), float("-inf"), 100.0,
              1e5, 1e6, 9999999.0, 1e7, 12345678.0, 16777216.0, 1e8, 3.4e38, 1.5]:
        for dtype in ("float64", "float32"):
            s = np.array(x).astype(dtype)[()]
            out.case("scalar", lambda: [str(s), repr(s)], a=pack(s))
    for s in [np.int64(3), np.int8(-3), np.True_, np.False_, np.str_("a'b"), np.int32(7)]:
        out.case("scalar", lambda: [str(s), repr(s)], a=pack(s))
    out.write()


binary()
unary()
reductions()
indexing()
shapes()
creation()
printing()
