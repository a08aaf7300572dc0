# match: literals, captures, guards, alternatives.
# covers: match
def describe(value):
    match value:
        case None:
            return "none"
        case True | False:
            return "bool"
        case 0:
            return "zero"
        case -1 | -2.5:
            return "negative"
        case 1 + 2j:
            return "complex"
        case "a" | "b" as letter:
            return f"letter {letter}"
        case b"x":
            return "bytes"
        case int(n) if n > 100:
            return f"big {n}"
        case int() | float():
            return "number"
        case str(s) if s.startswith("x"):
            return f"x-text {s!r}"
        case str():
            return "text"
        case []:
            return "empty"
        case [x]:
            return f"one {x}"
        case [1, x, 3]:
            return f"1 {x} 3"
        case [first, *rest, last] if len(rest) > 2:
            return f"long {first} {rest} {last}"
        case [x, [y, *_]] | (x, {"y": y}):
            return f"nested {x} {y}"
        case (_, _):
            return "pair"
        case {"type": "circle", "r": r}:
            return f"circle {r}"
        case {"type": kind, **rest}:
            return f"{kind} {rest}"
        case {}:
            return "mapping"
        case _:
            return "else"


for value in [None, True, 0, 0.0, -1, -2.5, 1 + 2j, "a", "b", b"x", 101, 5, 2.5, "xyz", "hello", [], (), [7], (1, 2, 3), [1, 2, 4, 5, 6],
              [1, [2, 3]], (1, {"y": 5, "z": 1}), [1, 2], {"type": "circle", "r": 2}, {"type": "box", "w": 1}, {}, {"a": 1}, set(), "", range(3), range(9), {1}]:
    print(repr(value), "->", describe(value))
match 5:
    case x:
        print("captured", x)
match "go north".split():
    case ["go", ("north" | "south") as direction]:
        print("going", direction)
match 1, 2:
    case a, b:
        print(a + b)
match = {"match": 1}
print(match["match"])
case = 3
match case:
    case 3:
        print("soft keywords")
match [1, 2, 3]:
    case [1, *_]:
        print("starts with 1")
match 7:
    case 8:
        print("no")
print("nothing matched")
