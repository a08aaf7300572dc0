# Classes: instances, methods, class attributes.
# covers: classes, class attributes, private names, __slots__
class Dog:
    """A dog."""

    kind = "canine"
    tricks = []

    def __init__(self, name, age=1):
        self.name, self.age = name, age

    def speak(self, sound="woof"):
        return f"{self.name} says {sound}"

    def birthday(self):
        self.age += 1
        return self


rex, fido = Dog("Rex"), Dog("Fido", 5)
print(rex.speak(), fido.speak("arf"), rex.birthday().birthday().age, Dog.speak(fido), rex.kind, Dog.kind)
rex.kind = "robot"
Dog.kind = "feline"
print(rex.kind, fido.kind, vars(rex), fido.__dict__)
rex.tricks.append("roll")
fido.tricks = ["own"]
print(Dog.tricks, rex.tricks, fido.tricks, Dog("New").tricks)
rex.collar = "red"
print(rex.collar, hasattr(fido, "collar"), getattr(fido, "collar", "none"), Dog.__name__, Dog.__doc__, rex.__class__ is Dog, type(rex).__name__)
bark = rex.speak
print(bark("yip"), bark.__self__ is rex, bark.__func__ is Dog.speak, callable(bark), bark.__name__)
Dog.jump = lambda self: f"{self.name} jumps"
print(rex.jump(), fido.jump(), [a for a in dir(rex) if not a.startswith("_")])


class Secret:
    def __init__(self):
        self.__hidden = 1
        self._soft = 2

    def reveal(self):
        return self.__hidden

    def __private(self):
        return "private"

    def call(self):
        return self.__private()


s = Secret()
print(s.reveal(), s._soft, s._Secret__hidden, s.call(), s._Secret__private(), sorted(vars(s)))
try:
    s.__hidden
except AttributeError as error:
    print(error)


class Slotted:
    __slots__ = ("x", "y")

    def __init__(self, x):
        self.x = x


p = Slotted(1)
for code in ["p.y", "p.z", "p.__dict__", "Dog()", "Dog(1, 2, 3)", "rex.nme", "Dog.age", "rex.speak(1, 2)", "rex()", "Dog.speak()"]:
    try:
        print(code, eval(code))
    except (AttributeError, TypeError) as error:
        print(code, "->", error)
try:
    p.z = 5
except AttributeError as error:
    print(error)
p.y = 2
print(p.x + p.y, Slotted.__slots__)


class Node:
    count = 0

    def __init__(self, value, next=None):
        self.value, self.next = value, next
        Node.count += 1
        self.id = Node.count


chain = Node(1, Node(2, Node(3)))
while chain:
    print(chain.value, chain.id, end=" ")
    chain = chain.next
print(Node.count)
class Empty: pass
class OneLine: x = 1; y = x + 1
print(Empty().__dict__, OneLine.y, isinstance(Empty(), object), Empty.__bases__, OneLine.__dict__["y"])
if True:
    class Conditional:
        def __init__(self): self.made = [n for n in range(2)]
print(Conditional().made, str(Dog)[:14], repr(Empty)[8:20])
