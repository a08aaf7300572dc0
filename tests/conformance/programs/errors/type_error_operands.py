# Operators on types that do not fit.
# covers: TypeError
class Box: pass
values = {"int": 1, "float": 2.5, "str": "a", "list": [1], "tuple": (1,), "dict": {"k": 1}, "set": {1}, "None": None, "bytes": b"x", "Box": Box(), "type": int, "func": len, "range": range(2), "complex": 1j, "bool": True}
operators = ["+", "-", "*", "/", "//", "%", "**", "@", "<<", "&", "|", "^", "<", ">="]
for op in operators:
    for left in values:
        for right in values:
            if op == "%" and left in ("str", "bytes"):
                continue
            try:
                eval(f"a {op} b", {"a": values[left], "b": values[right]})
            except TypeError as error:
                if hash((len(left) * 7 + len(right) * 3 + len(op))) % 5 == 0:
                    print(left, op, right, "->", error)
            except ZeroDivisionError as error:
                print(left, op, right, "->", error)
for name, value in values.items():
    for op in ["-", "+", "~"]:
        try:
            eval(f"{op}v", {"v": value})
        except TypeError as error:
            print(op, name, "->", error)
for op in ["+=", "-=", "*=", "/=", "//=", "%=", "**=", "@=", "<<=", ">>=", "&=", "|=", "^="]:
    for left, right in [("int", "str"), ("list", "int"), ("None", "int"), ("tuple", "list")]:
        scope = {"a": values[left], "b": values[right]}
        try:
            exec(f"a {op} b", scope)
        except TypeError as error:
            print(left, op, right, "->", error)
total = 0
for price in [5, "7", 9]:
    total = total + price
