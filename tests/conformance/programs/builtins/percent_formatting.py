# The % operator of texts.
# covers: percent formatting
print("%s %s" % ("a", 1), "%d items" % 5, "%s" % [1, 2], "%s" % (1,), "%s" % ((1, 2),), "100%%" % (), "%5d|%-5d|%05d|%+d|% d" % (42, 42, 42, 42, 42))
print("%f %.2f %10.3f %-10.1f| %e %E %g %G" % (3.14159, 2.5, 2.71828, 9.99, 12345.678, 0.00012, 1e-5, 1e20), "%x %X %o %#x %#o %c %c" % (255, 255, 8, 255, 8, 65, "z"))
print("%r %s %a" % ("é", "é", "é"), "%5s|%-5s|%.2s|%5.1s|" % ("abc", "abc", "abc", "abc"), "%(name)s is %(age)d" % {"name": "Ann", "age": 30}, "%(x)s %(x)r" % {"x": "y"})
print("%*d|%-*d|%.*f" % (5, 42, 5, 42, 2, 3.14159), "%s %s %s" % (None, True, 1.0), "%d %d" % (3.99, True), "%i %u" % (7, 8), "%s" % {"k": 1}, "%.3d" % 5, "%+.1e" % 12345, "%#.3g" % 1)
print("%s" % "tuple?", "%s, %s!" % ("Hello", "World"), "%%d" % (), "%.0f %.0f" % (0.5, 1.5), "%s" % b"bytes", "%d%%" % 50, "%-8s|" % "left", "%08.3f" % -3.14159, "%x" % -255, "%o" % 64)
for text in ["'%d' % 'a'", "'%s %s' % 'a'", "'%s' % (1, 2)", "'%d' % None", "'%x' % 1.5", "'%c' % 'ab'", "'%c' % -1", "'%q' % 1", "'%' % 1", "'%(x)s' % {}", "'%(x)s' % 5", "'%f' % 'a'", "'no format' % 1", "'no format' % {}", "'%s' % ()", "'%*d' % ('a', 1)", "'%d' % 1j", "'%(x' % {}", "'%5' % 1", "'%.2' % 1", "'%s' % [1], 2", "'%d %d' % (1,)", "'%e' % 'x'", "'%i' % '5'", "'%c' % 1.5", "'%d' % []", "5 % 'a'", "'%s %(x)s' % {'x': 1}", "'%z' % 1", "'%d' % float('nan')", "'%d' % float('inf')"]:
    try:
        print(text, repr(eval(text)))
    except Exception as error:
        print(text, "->", type(error).__name__, error)
for name, price in [("apple", 1.5), ("watermelon", 12.25)]:
    print("%-12s%8.2f" % (name, price))
class T:
    def __str__(self): return "str"
    def __repr__(self): return "repr"
    def __int__(self): return 5
    def __index__(self): return 6
    def __float__(self): return 2.5
print("%s %r %d %x %f" % (T(), T(), T(), T(), T()), "%s" % T())
