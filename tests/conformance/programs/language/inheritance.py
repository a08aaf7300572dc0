# Inheritance, super, and the order of many bases.
# covers: inheritance, super, multiple inheritance
class Animal:
    legs = 4

    def __init__(self, name):
        self.name = name

    def speak(self):
        return "..."

    def describe(self):
        return f"{self.name} ({type(self).__name__}, {self.legs} legs) says {self.speak()}"


class Dog(Animal):
    def speak(self):
        return "woof"


class Puppy(Dog):
    def __init__(self, name, owner):
        super().__init__(name)
        self.owner = owner

    def speak(self):
        return super().speak() + "!"


class Bird(Animal):
    legs = 2


for animal in [Animal("it"), Dog("Rex"), Puppy("Pip", "Ann"), Bird("Tweety")]:
    print(animal.describe())
print(isinstance(Puppy("p", "o"), Animal), issubclass(Puppy, Dog), issubclass(Dog, Puppy), Puppy.__bases__[0].__name__, [c.__name__ for c in Puppy.__mro__])


class A:
    def who(self):
        return ["A"]


class B(A):
    def who(self):
        return ["B"] + super().who()


class C(A):
    def who(self):
        return ["C"] + super().who()


class D(B, C):
    def who(self):
        return ["D"] + super().who()


print(D().who(), [c.__name__ for c in D.mro()])


class Loud:
    def speak(self):
        return super().speak().upper()


class Named:
    def __init__(self, *args, tag="none", **kw):
        super().__init__(*args, **kw)
        self.tag = tag


class LoudDog(Loud, Named, Dog):
    pass


d = LoudDog("Max", tag="t")
print(d.describe(), d.tag, [c.__name__ for c in LoudDog.__mro__])
try:
    class Impossible(A, B):
        pass
except TypeError as error:
    print(error)
try:
    class Twice(A, A):
        pass
except TypeError as error:
    print(error)
try:
    class NoBool(bool):
        pass
except TypeError as error:
    print(error)
print(super(Puppy, Puppy("x", "y")).speak(), super(D, D()).who(), A.who(D()))


class Stack(list):
    def push(self, x):
        self.append(x)
        return self

    def peek(self):
        return self[-1]


class Default(dict):
    def __missing__(self, key):
        return f"<{key}>"


class Name(str):
    def greet(self):
        return f"hello {self.upper()}"


s = Stack([1]).push(2).push(3)
print(s, s.peek(), len(s), isinstance(s, list), s == [1, 2, 3], type(s + [4]).__name__, Default(a=1)["b"], Default(a=1), Name("ann").greet(), Name("x") + "y")
class Meters(float):
    def __add__(self, other):
        return Meters(super().__add__(other))
print(Meters(1.5) + 2, type(Meters(1) + 1).__name__, Meters(3) * 2)
