# Operators as functions.
# covers: operator
import operator

print(operator.add(1, 2), operator.sub(5, 3), operator.mul(2, 3), operator.truediv(1, 2), operator.floordiv(7, 2), operator.mod(7, 3), operator.pow(2, 5))
print(operator.neg(1), operator.pos(-1), operator.abs(-1), operator.inv(1), operator.not_(0), operator.truth([]), operator.index(True))
print(operator.lt(1, 2), operator.ge(1, 2), operator.eq("a", "a"), operator.ne(1, 1), operator.is_(None, None), operator.is_not(1, None))
print(operator.and_(6, 3), operator.or_(6, 3), operator.xor(6, 3), operator.lshift(1, 4), operator.rshift(16, 2))
print(operator.contains([1, 2], 2), operator.countOf([1, 1, 2], 1), operator.indexOf([1, 2], 2), operator.concat([1], [2]), operator.getitem({"k": 1}, "k"))
numbers = [1, 2, 3]
operator.setitem(numbers, 0, 9)
operator.delitem(numbers, 1)
print(numbers, operator.iadd(numbers, [4]), numbers, operator.imul(3, 4), operator.length_hint(iter([1, 2])), operator.call(max, 1, 5))
print(operator.itemgetter(1)("abc"), operator.itemgetter(0, 2)("abc"), operator.itemgetter("k")({"k": 5}), operator.itemgetter(slice(1))("abc"))
print(operator.attrgetter("real")(5), operator.attrgetter("real", "imag")(5), operator.attrgetter("__class__.__name__")(5))
print(operator.methodcaller("upper")("a"), operator.methodcaller("split", ",", maxsplit=1)("a,b,c"))
print(operator.itemgetter(1, 2), operator.attrgetter("a.b"), operator.methodcaller("f", 1, x=2))
people = [{"name": "Bo", "age": 3}, {"name": "Al", "age": 5}, {"name": "Cy", "age": 3}]
print([p["name"] for p in sorted(people, key=operator.itemgetter("age", "name"))], max(people, key=operator.itemgetter("age"))["name"])
for action in (lambda: operator.itemgetter(), lambda: operator.attrgetter(5), lambda: operator.attrgetter("a.b")(5), lambda: operator.indexOf([1], 5), lambda: operator.add(1), lambda: operator.matmul(1, 2)):
    try:
        print(action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
