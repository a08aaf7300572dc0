# Texts, bytes, lists and tuples: joining, repeating, items, slices.
def set_item(container, key, value):
    container[key] = value
    return container


def delete(container, key):
    del container[key]
    return container


def add_to(target, more):
    before = target
    target += more
    return before is target, target


def times(target, count):
    before = target
    target *= count
    return before is target, target


# cases
"ab" + "cd"  #-> 'abcd'
"ab" * 3  #-> 'ababab'
3 * "ab"  #-> 'ababab'
"ab" * -1  #-> ''
"ab" * True  #-> 'ab'
[1] + [2, 3]  #-> [1, 2, 3]
[1, 2] * 2  #-> [1, 2, 1, 2]
2 * [1, 2]  #-> [1, 2, 1, 2]
(1,) + (2,)  #-> (1, 2)
(1, 2) * 2  #-> (1, 2, 1, 2)
b"a" + b"b"  #-> b'ab'
b"ab" * 2  #-> b'abab'
bytearray(b"a") + b"b"  #-> bytearray(b'ab')
b"a" + bytearray(b"b")  #-> b'ab'
"a" + 1  #-> TypeError: can only concatenate str (not "int") to str
"a" + None  #-> TypeError: can only concatenate str (not "NoneType") to str
[1] + (1,)  #-> TypeError: can only concatenate list (not "tuple") to list
(1,) + [1]  #-> TypeError: can only concatenate tuple (not "list") to tuple
b"a" + "a"  #-> TypeError: can't concat str to bytes
1 + [1]  #-> TypeError: unsupported operand type(s) for +: 'int' and 'list'
"a" * "b"  #-> TypeError: can't multiply sequence by non-int of type 'str'
[1] * 1.5  #-> TypeError: can't multiply sequence by non-int of type 'float'
1.5 * [1]  #-> TypeError: can't multiply sequence by non-int of type 'float'
None * [1]  #-> TypeError: can't multiply sequence by non-int of type 'NoneType'
"a" * 2**70  #-> OverflowError: cannot fit 'int' into an index-sized integer
add_to([1], (2, 3))  #-> (True, [1, 2, 3])
add_to([1], "ab")  #-> (True, [1, 'a', 'b'])
add_to([1], 5)  #-> TypeError: 'int' object is not iterable
add_to((1,), (2,))  #-> (False, (1, 2))
add_to((1,), [2])  #-> TypeError: can only concatenate tuple (not "list") to tuple
add_to("a", "b")  #-> (False, 'ab')
add_to("a", 1)  #-> TypeError: can only concatenate str (not "int") to str
add_to(1, "b")  #-> TypeError: unsupported operand type(s) for +=: 'int' and 'str'
add_to({}, 1)  #-> TypeError: unsupported operand type(s) for +=: 'dict' and 'int'
times([1, 2], 2)  #-> (True, [1, 2, 1, 2])
times([1], "a")  #-> TypeError: can't multiply sequence by non-int of type 'str'
times((1,), 3)  #-> (False, (1, 1, 1))
[1, 2, 3][-1], (1, 2, 3)[0], "abc"[1], b"abc"[1], range(10)[3]  #-> (3, 1, 'b', 98, 3)
"äöü€"[1], "äöü€"[-1], "äöü€"[1:3], "äöü€"[::-1]  #-> ('ö', '€', 'öü', '€üöä')
[1, 2, 3][3]  #-> IndexError: list index out of range
[1, 2, 3][-4]  #-> IndexError: list index out of range
(1, 2)[2]  #-> IndexError: tuple index out of range
"abc"[3]  #-> IndexError: string index out of range
b"abc"[3]  #-> IndexError: index out of range
range(3)[3]  #-> IndexError: range object index out of range
[1]["a"]  #-> TypeError: list indices must be integers or slices, not str
(1,)["a"]  #-> TypeError: tuple indices must be integers or slices, not str
"abc"["a"]  #-> TypeError: string indices must be integers, not 'str'
"abc"[1.0]  #-> TypeError: string indices must be integers, not 'float'
b"a"["a"]  #-> TypeError: byte indices must be integers or slices, not str
range(3)["a"]  #-> TypeError: range indices must be integers or slices, not str
[1][None]  #-> TypeError: list indices must be integers or slices, not NoneType
[1, 2, 3][2**70]  #-> IndexError: cannot fit 'int' into an index-sized integer
[1][True]  #-> IndexError: list index out of range
[0, 1, 2, 3, 4][1:3], [0, 1, 2, 3, 4][::2], [0, 1, 2, 3, 4][::-1], [0, 1, 2, 3, 4][-2:]  #-> ([1, 2], [0, 2, 4], [4, 3, 2, 1, 0], [3, 4])
[0, 1, 2, 3, 4][4:1], [0, 1, 2, 3, 4][4:1:-1], [0, 1, 2][100:], [0, 1, 2][:2**80]  #-> ([], [4, 3, 2], [], [0, 1, 2])
(0, 1, 2, 3)[1:], "hello"[1:4], "hello"[::-2], b"hello"[1:3], range(10)[2:8:2], range(10)[::-1]  #-> ((1, 2, 3), 'ell', 'olh', b'el', range(2, 8, 2), range(9, -1, -1))
range(10)[5:2], range(0, 20, 3)[-2:]  #-> (range(5, 2), range(15, 21, 3))
[1, 2, 3][::0]  #-> ValueError: slice step cannot be zero
[1]["a":2]  #-> TypeError: slice indices must be integers or None or have an __index__ method
5[1]  #-> TypeError: 'int' object is not subscriptable
None[0]  #-> TypeError: 'NoneType' object is not subscriptable
set_item([1, 2, 3], 1, 9)  #-> [1, 9, 3]
set_item([1, 2, 3], -1, 9)  #-> [1, 2, 9]
set_item([1, 2, 3], 3, 9)  #-> IndexError: list assignment index out of range
set_item([1], "a", 9)  #-> TypeError: list indices must be integers or slices, not str
set_item((1,), 0, 9)  #-> TypeError: 'tuple' object does not support item assignment
set_item("abc", 0, "x")  #-> TypeError: 'str' object does not support item assignment
set_item(5, 0, "x")  #-> TypeError: 'int' object does not support item assignment
set_item([0, 1, 2, 3], slice(1, 3), "abc")  #-> [0, 'a', 'b', 'c', 3]
set_item([0, 1, 2, 3], slice(2, 2), [7])  #-> [0, 1, 7, 2, 3]
set_item([0, 1, 2, 3], slice(None, None, 2), [8, 9])  #-> [8, 1, 9, 3]
set_item([0, 1, 2, 3], slice(None, None, 2), [8])  #-> ValueError: attempt to assign sequence of size 1 to extended slice of size 2
set_item([0, 1], slice(0, 1), 5)  #-> TypeError: can only assign an iterable
set_item([0, 1], slice(0, 2, 2), 5)  #-> TypeError: must assign iterable to extended slice
set_item(bytearray(b"abc"), 0, 120)  #-> bytearray(b'xbc')
set_item(bytearray(b"abc"), 0, 300)  #-> ValueError: byte must be in range(0, 256)
set_item(bytearray(b"abc"), slice(0, 2), b"xyz")  #-> bytearray(b'xyzc')
set_item({}, [], 1)  #-> TypeError: unhashable type: 'list'
delete([1, 2, 3], 0)  #-> [2, 3]
delete([1, 2, 3], -1)  #-> [1, 2]
delete([1, 2, 3], 3)  #-> IndexError: list assignment index out of range
delete([0, 1, 2, 3, 4], slice(1, 3))  #-> [0, 3, 4]
delete([0, 1, 2, 3, 4], slice(None, None, -2))  #-> [1, 3]
delete((1,), 0)  #-> TypeError: 'tuple' object doesn't support item deletion
delete("abc", 0)  #-> TypeError: 'str' object doesn't support item deletion
delete({1: 2}, 1)  #-> {}
delete({1: 2}, 2)  #-> KeyError: 2
delete({"a": 1}, "b")  #-> KeyError: 'b'
len([1, 2]), len("äö"), len({1: 2}), len({1}), len(b"abc"), len(range(0, 10, 3)), len({1: 2}.items())  #-> (2, 2, 1, 1, 3, 4, 1)
len(5)  #-> TypeError: object of type 'int' has no len()
len(None)  #-> TypeError: object of type 'NoneType' has no len()
1 in [1, 2], 3 in (1, 2), "b" in "abc", "" in "abc", 97 in b"abc", b"bc" in b"abc", 4 in range(0, 10, 2), 5 in range(0, 10, 2)  #-> (True, False, True, True, True, True, True, False)
4.0 in range(10), 4.5 in range(10), "a" in range(3), True in range(3), 1 not in [2]  #-> (True, False, False, True, True)
1 in 5  #-> TypeError: argument of type 'int' is not iterable
1 in "a"  #-> TypeError: 'in <string>' requires string as left operand, not int
"a" in b"a"  #-> TypeError: a bytes-like object is required, not 'str'
300 in b"a"  #-> ValueError: byte must be in range(0, 256)
[1, 2] == [1, 2], [1, 2] == [1, 2.0], [1, 2] == (1, 2), [1] != [2]  #-> (True, True, False, True)
[1, 2] < [1, 3], [1, 2] < [1, 2, 0], [2] > [1, 5], (1, 2) <= (1, 2), [1] >= [2]  #-> (True, True, True, True, False)
[1, "a"] < [1, 2]  #-> TypeError: '<' not supported between instances of 'str' and 'int'
[1] < (1,)  #-> TypeError: '<' not supported between instances of 'list' and 'tuple'
"a" < "b", "Z" < "a", "ä" > "z", "a" < "ab", b"a" < b"b", b"a" == bytearray(b"a"), "a" == b"a"  #-> (True, True, True, True, True, True, False)
range(0) == range(2, 2), range(3) == range(0, 3, 1), range(0, 3, 2) == range(0, 4, 2), range(3) == [0, 1, 2]  #-> (True, True, True, False)
slice(1) == slice(None, 1), slice(1, 2) < slice(1, 3)  #-> (True, True)
hash([])  #-> TypeError: unhashable type: 'list'
hash({})  #-> TypeError: unhashable type: 'dict'
hash({1})  #-> TypeError: unhashable type: 'set'
hash((1, []))  #-> TypeError: unhashable type: 'list'
hash(bytearray(b"a"))  #-> TypeError: unhashable type: 'bytearray'
hash(range(3))  #-> -8338477496398685190
hash("a") == hash("a"), hash(b"a") == hash(b"a")  #-> (True, True)
{[]: 1}  #-> TypeError: unhashable type: 'list'
{1: 2}[[]]  #-> TypeError: unhashable type: 'list'
{(1, 2): 3}[(1, 2)], {1: "a"}[1.0], {1: "a"}[True], {"a": 1}["a"]  #-> (3, 'a', 'a', 1)
{"a": 1}["b"]  #-> KeyError: 'b'
{1: 1}[2]  #-> KeyError: 2
{(1, 2): 3}[(1, 3)]  #-> KeyError: (1, 3)
list[int], dict[str, int], tuple[int, ...], list[int] | None, int | None, int | str | int, int | int  #-> (list[int], dict[str, int], tuple[int, ...], list[int] | None, int | None, int | str, <class 'int'>)
int[1]  #-> TypeError: type 'int' is not subscriptable
int | 1  #-> TypeError: unsupported operand type(s) for |: 'type' and 'int'
list[int]()  #-> []
range(3)[10**20]  #-> IndexError: range object index out of range
10**20 in b'ab'  #-> ValueError: byte must be in range(0, 256)
