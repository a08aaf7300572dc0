# Classes that derive from property, classmethod, staticmethod.
# covers: descriptors; properties, class and static methods
class logged(property):
    def __init__(self, function, label):
        super().__init__(function)
        self.label = label

    def __get__(self, instance, owner=None):
        if instance is not None:
            print("reading", self.label)
        return super().__get__(instance, owner)


class Point:
    x = logged(lambda self: 5, "x")

    def _set(self, value):
        print("set", value)

    y = property(lambda self: 1, _set)
    z = property(None, _set)


point = Point()
print(point.x, Point.x.label, type(Point.x).__name__)
point.y = 2
for action in ("point.z", "del point.y", "Point.y.fget(point)"):
    try:
        print(eval(action) if not action.startswith("del") else exec(action))
    except AttributeError as error:
        print(error)


class checked(classmethod):
    pass


class plain(staticmethod):
    pass


class Box:
    @checked
    def make(cls):
        return cls.__name__

    @plain
    def same(value):
        return value


print(Box.make(), Box().make(), Box.same(4), Box().same(5))
