# AttributeError of each kind of object.
# covers: AttributeError
import math
class Dog:
    __slots__ = ("name",)
    def bark(self): pass
class Cat:
    def __init__(self): self.lives = 9
    @property
    def age(self): return 3
def f(): pass
codes = ["(5).foo", "(5.5).foo", "'a'.foo", "b'a'.foo", "[].foo", "().foo", "{}.foo", "set().foo", "None.foo", "True.foo", "len.foo", "f.foo", "f().foo", "Dog.foo", "Dog().foo", "Dog().name", "Dog().bark.foo", "Cat().foo", "Cat.lives", "math.foo", "int.foo", "range(3).foo", "(x for x in []).foo", "slice(1).foo", "(1j).foo", "type.foo", "object.foo", "object().foo", "....foo", "NotImplemented.foo", "ValueError('x').foo", "ValueError.foo", "iter([]).foo", "{}.keys().foo", "frozenset().foo", "(lambda: 0).foo", "zip().foo", "super(Cat, Cat()).foo", "print.foo", "''.join.foo", "Cat.age.foo", "(5)._x", "Cat().__secret"]
for code in codes:
    try:
        eval(code)
    except AttributeError as error:
        print(code, "->", error, "| name", error.name)
for code in ["x = 5; x.y = 1", "x = 'a'; x.y = 1", "x = []; x.y = 1", "x = None; x.y = 1", "x = len; x.y = 1", "x = int; x.y = 1", "x = Dog(); x.age = 1", "x = Cat(); x.age = 1", "x = object(); x.y = 1", "x = (1,); x.count = 1", "x = {}; x.update = 1", "x = 1.5; x.real = 2", "x = Dog(); x.bark = 1", "x = Cat(); del x.age", "x = Cat(); del x.nope", "del Dog.nope", "x = f; x.y = 1; print(x.y)", "x = Cat; x.lives = 1; print(x.lives)", "x = range(3); x.start = 1", "x = 'a'; x.upper = 1", "math.tau2 = 1; print(math.tau2)", "x = []; x.append = 1", "x = True; x.y = 1", "int.foo = 1", "str.upper = 1", "object.x = 1"]:
    try:
        exec(code)
    except (AttributeError, TypeError) as error:
        print(code, "->", type(error).__name__, error)
players = [Cat(), None, Cat()]
print(sum(p.lives for p in players))
