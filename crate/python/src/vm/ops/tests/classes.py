# Special methods of classes: who is asked, in which order, and what happens when nobody answers.
class Plain:
    pass


class Vec:
    def __init__(self, *items):
        self.items = items

    def __repr__(self):
        return "Vec" + repr(self.items)

    def __add__(self, other):
        if isinstance(other, Vec):
            return Vec(*self.items, *other.items)
        if isinstance(other, int):
            return ("add", other)
        return NotImplemented

    def __radd__(self, other):
        return ("radd", other)

    def __mul__(self, other):
        return NotImplemented

    def __rmul__(self, other):
        return ("rmul", other)

    def __rmod__(self, other):
        return ("rmod", other)

    def __neg__(self):
        return "neg"

    def __matmul__(self, other):
        return "matmul"

    def __len__(self):
        return len(self.items)

    def __getitem__(self, key):
        return self.items[key]

    def __eq__(self, other):
        if isinstance(other, Vec):
            return self.items == other.items
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, Vec):
            return self.items < other.items
        return NotImplemented

    def __pow__(self, other, mod=None):
        return ("pow", other, mod)

    def __divmod__(self, other):
        return ("divmod", other)

    def __rdivmod__(self, other):
        return ("rdivmod", other)

    def __abs__(self):
        return "abs"


class Sub(Vec):
    def __radd__(self, other):
        return ("sub radd", other)

    def __gt__(self, other):
        return "sub gt"


class Same(Vec):
    pass


class Acc:
    def __init__(self):
        self.log = []

    def __iadd__(self, other):
        self.log.append(other)
        return self

    def __isub__(self, other):
        return NotImplemented

    def __sub__(self, other):
        return ("sub", other)


def accumulate(op):
    acc = Acc()
    if op == "+":
        acc += 1
        acc += 2
        return acc.log
    if op == "-":
        acc -= 1
        return acc
    acc *= 3
    return acc


class Num(int):
    def __add__(self, other):
        return ("num add", int(self), other)

    def __radd__(self, other):
        return ("num radd", int(self), other)


class Named(int):
    def __repr__(self):
        return "Named!"


class Money(float):
    def __str__(self):
        return "$" + format(float(self), ".2f")


class Stack(list):
    def push(self, item):
        self.append(item)
        return self

    def __len__(self):
        return 100 + super().__len__()

    def __getitem__(self, key):
        return ("item", super().__getitem__(key))


class Loud(str):
    def __add__(self, other):
        return Loud(super().__add__(other).upper())


class Pair(tuple):
    pass


class Ids(set):
    pass


class Empty:
    def __len__(self):
        return 0


class Falsy:
    def __bool__(self):
        return False


class BadBool:
    def __bool__(self):
        return 1


class BadLen:
    def __len__(self):
        return -1


class TextLen:
    def __len__(self):
        return "a"


class Index:
    def __init__(self, i):
        self.i = i

    def __index__(self):
        return self.i


class BadIndex:
    def __index__(self):
        return "a"


class Count:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return CountIter(self.n)


class CountIter:
    def __init__(self, n):
        self.i = 0
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        self.i += 1
        if self.i > self.n:
            raise StopIteration
        return self.i


class Old:
    def __getitem__(self, i):
        if i > 2:
            raise IndexError(i)
        return i * 10


class BadIter:
    def __iter__(self):
        return 5


class NoIter:
    __iter__ = None


class NoHash:
    __hash__ = None


class EqOnly:
    def __eq__(self, other):
        return True


class HasHash:
    def __hash__(self):
        return -1


class BadHash:
    def __hash__(self):
        return "a"


class BadStr:
    def __str__(self):
        return 5

    def __repr__(self):
        return None


class OnlyRepr:
    def __repr__(self):
        return "only repr"


class Fmt:
    def __format__(self, spec):
        return "<" + spec + ">"


class BadFmt:
    def __format__(self, spec):
        return 5


class Contains:
    def __contains__(self, item):
        return "yes" if item == 1 else ""


class Store:
    def __init__(self):
        self.log = []

    def __setitem__(self, key, value):
        self.log.append((key, value))

    def __delitem__(self, key):
        self.log.append(key)


def store():
    s = Store()
    s[1] = 2
    s["a":3] = 4
    del s[5]
    return s.log


def set_plain():
    p = Plain()
    p[0] = 1


def del_plain():
    p = Plain()
    del p[0]


class Generic:
    def __class_getitem__(cls, key):
        return (cls.__name__, key)


class Weird:
    def __eq__(self, other):
        return [1]

    def __ne__(self, other):
        return "ne"

    def __le__(self, other):
        return "le"


class Error(Exception):
    pass


class Told(Exception):
    def __str__(self):
        return "told"


def ring():
    a = [1]
    a.append(a)
    d = {"a": a}
    d["d"] = d
    t = (a,)
    a.append(t)
    return a, d


def unpack(value):
    a, b = value
    return a, b


def unpack_star(value):
    a, *b, c = value
    return a, b, c


def numbers(n):
    for i in range(n):
        yield i


def twice(it):
    return list(it), list(it)


def deep(n):
    x = []
    for _ in range(n):
        x = [x]
    return x


# cases
Vec(1) + Vec(2)  #-> Vec(1, 2)
Vec(1) + 5  #-> ('add', 5)
Vec(1) + "a"  #-> TypeError: unsupported operand type(s) for +: 'Vec' and 'str'
5 + Vec(1)  #-> ('radd', 5)
"a" + Vec(1)  #-> ('radd', 'a')
[1] + Vec(1)  #-> ('radd', [1])
Vec(1) + Sub(2)  #-> ('sub radd', Vec(1,))
Vec(1) + Same(2)  #-> Vec(1, 2)
Vec(1) * 2  #-> TypeError: unsupported operand type(s) for *: 'Vec' and 'int'
2 * Vec(1)  #-> ('rmul', 2)
"a" * Vec(1)  #-> ('rmul', 'a')
"%s" % Vec(1)  #-> 'Vec(1,)'
5 % Vec(1)  #-> ('rmod', 5)
-Vec(1)  #-> 'neg'
+Vec(1)  #-> TypeError: bad operand type for unary +: 'Vec'
Vec(1) @ 1  #-> 'matmul'
1 @ Vec(1)  #-> TypeError: unsupported operand type(s) for @: 'int' and 'Vec'
Vec(1) ** 2  #-> ('pow', 2, None)
pow(Vec(1), 2, 3)  #-> ('pow', 2, 3)
2 ** Vec(1)  #-> TypeError: unsupported operand type(s) for ** or pow(): 'int' and 'Vec'
divmod(Vec(1), 2), divmod(2, Vec(1))  #-> (('divmod', 2), ('rdivmod', 2))
abs(Vec(1))  #-> 'abs'
Plain() + 1  #-> TypeError: unsupported operand type(s) for +: 'Plain' and 'int'
1 + Plain()  #-> TypeError: unsupported operand type(s) for +: 'int' and 'Plain'
Plain() + Plain()  #-> TypeError: unsupported operand type(s) for +: 'Plain' and 'Plain'
Plain() < Plain()  #-> TypeError: '<' not supported between instances of 'Plain' and 'Plain'
Plain() < 1  #-> TypeError: '<' not supported between instances of 'Plain' and 'int'
Plain() == Plain(), Plain() != Plain()  #-> (False, True)
Vec(1) == Vec(1), Vec(1) != Vec(1), Vec(1) == 1, Vec(1) != 1, 1 == Vec(1)  #-> (True, False, False, True, False)
Vec(1) < Vec(2), Vec(1) > Vec(2)  #-> (True, False)
Vec(1) <= Vec(2)  #-> TypeError: '<=' not supported between instances of 'Vec' and 'Vec'
Vec(1) < 5  #-> TypeError: '<' not supported between instances of 'Vec' and 'int'
Vec(1) < Sub(2)  #-> 'sub gt'
Weird() == 1, Weird() != 1, 1 >= Weird()  #-> ([1], 'ne', 'le')
Weird() < 1  #-> TypeError: '<' not supported between instances of 'Weird' and 'int'
accumulate("+")  #-> [1, 2]
accumulate("-")  #-> ('sub', 1)
accumulate("*")  #-> TypeError: unsupported operand type(s) for *=: 'Acc' and 'int'
Num(1) + 2  #-> ('num add', 1, 2)
2 + Num(1)  #-> ('num radd', 1, 2)
Num(3) * 2  #-> 6
Num(3) == 3, Num(3) < 4, hash(Num(3)) == 3, Num(5) - Num(2)  #-> (True, True, True, 3)
Named(5), str(Named(5)), f"{Named(5)}", f"{Named(5):03d}", [Named(5)], Named(5) + 1  #-> (Named!, 'Named!', 'Named!', '005', [Named!], 6)
str(Money(2.5)), repr(Money(2.5)), f"{Money(2.5)}", f"{Money(2.5):.1f}", Money(1.0) + 1  #-> ('$2.50', '2.5', '$2.50', '2.5', 2.0)
Stack([1, 2]).push(3)  #-> [1, 2, 3]
len(Stack([1, 2])), Stack([1, 2])[0], Stack([1]) + [2], Stack([1]) == [1], bool(Stack())  #-> (102, ('item', 1), [1, 2], True, True)
[*Stack([1, 2])]  #-> [1, 2]
Loud("a") + "b"  #-> 'AB'
"x" + Loud("a"), Loud("a") == "a", Loud("abc")[1], len(Loud("abc")), {Loud("a"): 1}["a"]  #-> ('xa', True, 'b', 3, 1)
Pair((1, 2)), Pair((1, 2)) + (3,), Pair((1, 2)) == (1, 2), hash(Pair((1, 2))) == hash((1, 2))  #-> ((1, 2), (1, 2, 3), True, True)
Ids([1]), Ids([1]) | {2}, Ids(), Ids([1]) == {1}  #-> (Ids({1}), {1, 2}, Ids(), True)
not Empty(), bool(Empty()), bool(Falsy()), bool(Plain())  #-> (True, False, False, True)
bool(BadBool())  #-> TypeError: __bool__ should return bool, returned int
len(BadLen())  #-> ValueError: __len__() should return >= 0
bool(BadLen())  #-> ValueError: __len__() should return >= 0
len(TextLen())  #-> TypeError: 'str' object cannot be interpreted as an integer
len(Plain())  #-> TypeError: object of type 'Plain' has no len()
[10, 20, 30][Index(1)], "abc"[Index(0)], [1] * Index(2), [1, 2, 3][Index(1):]  #-> (20, 'a', [1, 1], [2, 3])
[1][BadIndex()]  #-> TypeError: __index__ returned non-int (type str)
[1][Plain()]  #-> TypeError: list indices must be integers or slices, not Plain
[*Count(3)], 2 in Count(3), 9 in Count(3), list(Count(2))  #-> ([1, 2, 3], True, False, [1, 2])
[*Old()], 20 in Old(), 25 in Old()  #-> ([0, 10, 20], True, False)
[*BadIter()]  #-> TypeError: iter() returned non-iterator of type 'int'
list(NoIter())  #-> TypeError: 'NoIter' object is not iterable
[*Plain()]  #-> TypeError: Value after * must be an iterable, not Plain
1 in Plain()  #-> TypeError: argument of type 'Plain' is not iterable
1 in NoIter()  #-> TypeError: argument of type 'NoIter' is not iterable
Plain()[0]  #-> TypeError: 'Plain' object is not subscriptable
set_plain()  #-> TypeError: 'Plain' object does not support item assignment
del_plain()  #-> TypeError: 'Plain' object doesn't support item deletion
store()  #-> [(1, 2), (slice('a', 3, None), 4), 5]
Generic[int], Generic["a", 1]  #-> (('Generic', <class 'int'>), ('Generic', ('a', 1)))
Plain[int]  #-> TypeError: type 'Plain' is not subscriptable
1 in Contains(), 2 in Contains()  #-> (True, False)
hash(NoHash())  #-> TypeError: unhashable type: 'NoHash'
hash(EqOnly())  #-> TypeError: unhashable type: 'EqOnly'
{EqOnly()}  #-> TypeError: unhashable type: 'EqOnly'
hash(HasHash())  #-> -2
hash(BadHash())  #-> TypeError: __hash__ method should return an integer
str(BadStr())  #-> TypeError: __str__ returned non-string (type int)
repr(BadStr())  #-> TypeError: __repr__ returned non-string (type NoneType)
str(OnlyRepr()), f"{OnlyRepr()}", f"{OnlyRepr()!r:>12}"  #-> ('only repr', 'only repr', '   only repr')
f"{Fmt():abc}", f"{Fmt()}", format(Fmt(), "x")  #-> ('<abc>', '<>', '<x>')
format(BadFmt())  #-> TypeError: __format__ must return a str, not int
format(Plain(), "x")  #-> TypeError: unsupported format string passed to Plain.__format__
format([], "x")  #-> TypeError: unsupported format string passed to list.__format__
format(None, "5")  #-> TypeError: unsupported format string passed to NoneType.__format__
format(1j, ".2f"), f"{1+2j:>12}", f"{1+2j}"  #-> ('0.00+1.00j', '      (1+2j)', '(1+2j)')
f"{3.14159:.2f}|{42:5d}|{42:<5}|{'a':>3}|{True}|{True:d}|{10**20:,}|{255:#x}|{0.5:%}"  #-> '3.14|   42|42   |  a|True|1|100,000,000,000,000,000,000|0xff|50.000000%'
format("a", "d")  #-> ValueError: Unknown format code 'd' for object of type 'str'
format(1.5, "d")  #-> ValueError: Unknown format code 'd' for object of type 'float'
Error("a"), Error(), Error(1, 2), str(Error("a")), str(Error()), str(Error(1, 2))  #-> (Error('a'), Error(), Error(1, 2), 'a', '', '(1, 2)')
str(KeyError("a")), repr(KeyError("a")), str(KeyError("a", "b")), str(ValueError(None))  #-> ("'a'", "KeyError('a')", "('a', 'b')", 'None')
str(Told("x")), repr(Told("x"))  #-> ('told', "Told('x')")
str(OSError(2, "No such file", "f.txt")), str(FileNotFoundError(2, "No such file"))  #-> ("[Errno 2] No such file: 'f.txt'", '[Errno 2] No such file')
str(Error([1, "a"]))  #-> "[1, 'a']"
Plain, Error, int, Plain.__class__, KeyError  #-> (<class '__main__.Plain'>, <class '__main__.Error'>, <class 'int'>, <class 'type'>, <class 'KeyError'>)
[Plain, int, None, ..., NotImplemented, True, 1.5, 10**20, "a'b", b"\x00", 1j]  #-> [<class '__main__.Plain'>, <class 'int'>, None, Ellipsis, NotImplemented, True, 1.5, 100000000000000000000, "a'b", b'\x00', 1j]
ring()  #-> ([1, [...], ([...],)], {'a': [1, [...], ([...],)], 'd': {...}})
unpack((1, 2)), unpack([1, 2]), unpack("ab"), unpack({1: 2, 3: 4}), unpack(x for x in (1, 2))  #-> ((1, 2), (1, 2), ('a', 'b'), (1, 3), (1, 2))
unpack((1,))  #-> ValueError: not enough values to unpack (expected 2, got 1)
unpack((1, 2, 3))  #-> ValueError: too many values to unpack (expected 2)
unpack("abc")  #-> ValueError: too many values to unpack (expected 2)
unpack(x for x in (1, 2, 3))  #-> ValueError: too many values to unpack (expected 2)
unpack(5)  #-> TypeError: cannot unpack non-iterable int object
unpack(None)  #-> TypeError: cannot unpack non-iterable NoneType object
unpack(Plain())  #-> TypeError: cannot unpack non-iterable Plain object
unpack_star((1, 2, 3, 4)), unpack_star("ab"), unpack_star(range(4))  #-> ((1, [2, 3], 4), ('a', [], 'b'), (0, [1, 2], 3))
unpack_star((1,))  #-> ValueError: not enough values to unpack (expected at least 2, got 1)
unpack_star(5)  #-> TypeError: cannot unpack non-iterable int object
[*numbers(3)], 2 in numbers(5), unpack(numbers(2)), list(numbers(0))  #-> ([0, 1, 2], True, (0, 1), [])
twice(numbers(3)), twice(iter([1, 2])), twice(iter("ab")), twice(iter({1: 2})), twice(zip([1], [2])), twice(map(abs, [-1]))  #-> (([0, 1, 2], []), ([1, 2], []), (['a', 'b'], []), ([1], []), ([(1, 2)], []), ([1], []))
list(map(lambda a, b: a + b, [1, 2], [3, 4, 5])), list(filter(None, [0, 1, 2])), list(filter(lambda x: x > 1, [0, 1, 2]))  #-> ([4, 6], [1, 2], [2])
list(zip([1, 2], "ab")), list(zip()), list(enumerate("ab")), list(enumerate("ab", 5)), list(reversed([1, 2]))  #-> ([(1, 'a'), (2, 'b')], [], [(0, 'a'), (1, 'b')], [(5, 'a'), (6, 'b')], [2, 1])
list(zip([1, 2], [1], strict=True))  #-> ValueError: zip() argument 2 is shorter than argument 1
list(zip([1], [1, 2], strict=True))  #-> ValueError: zip() argument 2 is longer than argument 1
list(zip([1], [1], [1, 2], strict=True))  #-> ValueError: zip() argument 3 is longer than arguments 1-2
list(zip([1, 2], [1, 2], strict=True))  #-> [(1, 1), (2, 2)]
list(iter([3, 2, 1].pop, 1)), list(reversed(range(3))), list(reversed("ab")), list(reversed({1: 2, 3: 4}))  #-> ([], [2, 1, 0], ['b', 'a'], [3, 1])
next(iter([]))  #-> StopIteration: 
next(5)  #-> TypeError: 'int' object is not an iterator
iter(5)  #-> TypeError: 'int' object is not iterable
deep(50) == deep(50), deep(50) == deep(51)  #-> (True, False)
"%s %r %d %5.2f|%-5s|%05d|%x|%%|%c%c" % ("a", "b", 3, 2.5, "x", 42, 255, "q", 65)  #-> "a 'b' 3  2.50|x    |00042|ff|%|qA"
"%(a)s %(b)d" % {"a": 1, "b": 2}  #-> '1 2'
"%s" % (1, 2)  #-> TypeError: not all arguments converted during string formatting
"%s %s" % 1  #-> TypeError: not enough arguments for format string
"%d" % "a"  #-> TypeError: %d format: a real number is required, not str
"%d" % 2.9  #-> '2'
"%x" % 2.5  #-> TypeError: %x format: an integer is required, not float
"%c" % "ab"  #-> TypeError: %c requires int or char
"%s" % [1, 2], "%s" % {"a": 1}, "%s" % None, "%s" % ((1, 2),)  #-> ('[1, 2]', "{'a': 1}", 'None', '(1, 2)')
"a" % 1  #-> TypeError: not all arguments converted during string formatting
"a" % {"b": 1}, "a" % [1]  #-> ('a', 'a')
"%(a)s" % 1  #-> TypeError: format requires a mapping
"%(a)s" % {"b": 1}  #-> KeyError: 'a'
"%*d|%-*d" % (5, 42, 5, 42)  #-> '   42|42   '
"%*d" % ("a", 1)  #-> TypeError: * wants int
"%y" % 1  #-> ValueError: unsupported format character 'y' (0x79) at index 1
"%" % 1  #-> ValueError: incomplete format
"%d" % Index(5)  #-> '5'
"%i %u %o %X %e %g" % (1, 2, 8, 255, 1234.5, 0.0001)  #-> '1 2 10 FF 1.234500e+03 0.0001'
b"%d %s" % (1, b"x")  #-> b'1 x'
b'ab' % 1  #-> TypeError: not all arguments converted during bytes formatting
b'ab' % b'ab'  #-> TypeError: not all arguments converted during bytes formatting
format(1j, 'd')  #-> ValueError: Unknown format code 'd' for object of type 'complex'
format(1j, 'ab')  #-> ValueError: Invalid format specifier 'ab' for object of type 'complex'
Index(97) in b'abc'  #-> True
