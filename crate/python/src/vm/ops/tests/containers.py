# Dicts, sets and views.
def update(target, op, other):
    before = target
    if op == "|":
        target |= other
    elif op == "&":
        target &= other
    elif op == "-":
        target -= other
    else:
        target ^= other
    return before is target, target


def grow_dict():
    d = {1: 1}
    for key in d:
        d[key + 1] = 1


def grow_set():
    s = {1}
    for item in s:
        s.add(item + 1)


def change_values():
    d = {1: 1, 2: 2}
    for key in d:
        d[key] = 0
    return d


class Key:
    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        return isinstance(other, Key) and self.value == other.value

    def __hash__(self):
        return self.value % 3

    def __repr__(self):
        return f"Key({self.value})"


class Default(dict):
    def __missing__(self, key):
        return "no " + str(key)


def many_keys():
    d = {Key(i): i for i in range(20)}
    for i in range(0, 20, 2):
        del d[Key(i)]
    return d[Key(7)], Key(8) in d, len(d), d


# cases
{1, 2} | {2, 3}, {1, 2} & {2, 3}, {1, 2} - {2, 3}, {1, 2} ^ {2, 3}  #-> ({1, 2, 3}, {2}, {1}, {1, 3})
frozenset([1]) | {2}, {2} | frozenset([1])  #-> (frozenset({1, 2}), {1, 2})
{1} | [2]  #-> TypeError: unsupported operand type(s) for |: 'set' and 'list'
{1} - {2: 1}  #-> TypeError: unsupported operand type(s) for -: 'set' and 'dict'
frozenset([1]) | [1]  #-> TypeError: unsupported operand type(s) for |: 'frozenset' and 'list'
{1: 2} | {3: 4}, {1: 2} | {1: 5}  #-> ({1: 2, 3: 4}, {1: 5})
{} | 1  #-> TypeError: unsupported operand type(s) for |: 'dict' and 'int'
{} + {}  #-> TypeError: unsupported operand type(s) for +: 'dict' and 'dict'
{"a": 1, "b": 2}.keys() & {"a"}  #-> {'a'}
{1: 2}.keys() | [3]  #-> {1, 3}
{"a": 1}.keys() - {"a"}  #-> set()
{"a": 1}.items() & {("a", 1)}  #-> {('a', 1)}
{"a": 1}.keys() == {"a"}, {"a": 1}.items() == {("a", 1)}, {"a": 1}.keys() <= {"a", "b"}  #-> (True, True, True)
"a" in {"a": 1}.keys(), ("a", 1) in {"a": 1}.items(), ("a", 2) in {"a": 1}.items(), 1 in {"a": 1}.values(), 3 in {"a": 1}.items()  #-> (True, True, False, True, False)
update({1}, "|", {2})  #-> (True, {1, 2})
update({1, 2}, "&", {2})  #-> (True, {2})
update({1, 2}, "-", {2})  #-> (True, {1})
update({1, 2}, "^", {2, 3})  #-> (True, {1, 3})
update(frozenset([1]), "|", {2})  #-> (False, frozenset({1, 2}))
update({1}, "|", [2])  #-> TypeError: unsupported operand type(s) for |=: 'set' and 'list'
update({1: 2}, "|", {3: 4})  #-> (True, {1: 2, 3: 4})
update({1: 2}, "|", [(3, 4)])  #-> (True, {1: 2, 3: 4})
update({1: 2}, "|", [(3, 4, 5)])  #-> ValueError: dictionary update sequence element #0 has length 3; 2 is required
update({1: 2}, "|", [3])  #-> TypeError: cannot convert dictionary update sequence element #0 to a sequence
update({1: 2}, "|", 3)  #-> TypeError: 'int' object is not iterable
update(1, "|", 6)  #-> (False, 7)
update("a", "|", 6)  #-> TypeError: unsupported operand type(s) for |=: 'str' and 'int'
{1, 2} == {2, 1}, {1} == frozenset([1]), {1} < {1, 2}, {1, 2} <= {1, 2}, {1} > {2}, {1} != {2}  #-> (True, True, True, True, False, True)
{1} < [1]  #-> TypeError: '<' not supported between instances of 'set' and 'list'
{1: 2, 3: 4} == {3: 4, 1: 2}, {1: 2} == {1: 3}, {1: 2} != {2: 1}, {1: [1]} == {1: [1.0]}  #-> (True, False, True, True)
{1: 2} < {1: 3}  #-> TypeError: '<' not supported between instances of 'dict' and 'dict'
1 in {1: 2}, 1.0 in {1}, "x" in {"x"}, frozenset([1]) in {frozenset([1])}, {1} in {frozenset([1])}  #-> (True, True, True, True, True)
[] in {1}  #-> TypeError: unhashable type: 'list'
grow_dict()  #-> RuntimeError: dictionary changed size during iteration
grow_set()  #-> RuntimeError: Set changed size during iteration
change_values()  #-> {1: 0, 2: 0}
many_keys()  #-> (7, False, 10, {Key(1): 1, Key(3): 3, Key(5): 5, Key(7): 7, Key(9): 9, Key(11): 11, Key(13): 13, Key(15): 15, Key(17): 17, Key(19): 19})
{Key(1), Key(4), Key(1)}  #-> {Key(1), Key(4)}
Default()["x"], Default({1: 2})[1]  #-> ('no x', 2)
Default().get("x")  #-> None
{3, 1, 2}, set([5, 40, 3, 19, 12]), set(), frozenset()  #-> ({1, 2, 3}, {3, 5, 40, 12, 19}, set(), frozenset())
{1: "a", "b": [1, 2], (1,): {2}}  #-> {1: 'a', 'b': [1, 2], (1,): {2}}
{1: 2}.keys(), {1: 2}.values(), {1: 2}.items()  #-> (dict_keys([1]), dict_values([2]), dict_items([(1, 2)]))
{0, 0.0, False}, {1: "a", 1.0: "b", True: "c"}  #-> ({0}, {1: 'c'})
[*{"a": 1, "b": 2}], [*{3, 1}], [*"ab"], [*range(3)], [*b"ab"], [*{1: 2}.items()]  #-> (['a', 'b'], [1, 3], ['a', 'b'], [0, 1, 2], [97, 98], [(1, 2)])
[*5]  #-> TypeError: Value after * must be an iterable, not int
{**{"a": 1}, "b": 2}  #-> {'a': 1, 'b': 2}
b'ab' ^ {1: 2}.keys(), {1: 2}.keys() ^ b'ab', {1: 2, 3: 4}.keys() - [1]  #-> ({97, 98, 1}, {1, 98, 97}, {3})
