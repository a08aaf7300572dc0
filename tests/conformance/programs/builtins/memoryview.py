# memoryview: looking at and writing the bytes of another object.
# covers: memoryview; bytes and bytearray
data = bytearray(b"abcdef")
view = memoryview(data)
print(len(view), view[0], view[-1], bytes(view), view.tolist(), view.readonly, view.nbytes)
view[0] = 65
view[1:3] = b"XY"
print(data, view[1:3].tobytes(), view[::2].tolist(), list(view[::-1]))
part = view[2:]
part[0] = 33
print(data, part == b"!def", part.hex(), view.obj is data)
print(memoryview(b"xy")[1], memoryview(b"xy") == memoryview(bytearray(b"xy")), hash(memoryview(b"a")) == hash(b"a"))
for action in ("memoryview(b'a').__setitem__(0, 1)", "view[9]", "memoryview(5)", "view.__setitem__(slice(0, 2), b'abc')",
               "view.__setitem__(0, 256)", "hash(view)"):
    try:
        print(eval(action))
    except Exception as error:
        print(action, "->", type(error).__name__, error)
with memoryview(b"abc") as short:
    print(short[0])
try:
    short[0]
except ValueError as error:
    print(error)
