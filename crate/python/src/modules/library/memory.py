# A view of the bytes of another object.
class memoryview:
    "Shows the bytes of an object, or every so many of them, without copying."

    __module__ = "builtins"
    format = "B"
    itemsize = 1
    ndim = 1

    def __init__(self, object):
        if isinstance(object, memoryview):
            self._whole, self._places = object._whole, object._places
        elif isinstance(object, (bytes, bytearray)):
            self._whole, self._places = object, range(len(object))
        else:
            raise TypeError(f"memoryview: a bytes-like object is required, not '{type(object).__name__}'")

    def _check(self):
        if self._whole is None:
            raise ValueError("operation forbidden on released memoryview object")

    @property
    def obj(self):
        self._check()
        return self._whole

    @property
    def readonly(self):
        self._check()
        return isinstance(self._whole, bytes)

    @property
    def nbytes(self):
        return len(self)

    @property
    def shape(self):
        return (len(self),)

    @property
    def strides(self):
        self._check()
        return (self._places.step,)

    @property
    def contiguous(self):
        return self.strides == (1,)

    c_contiguous = f_contiguous = contiguous

    def __len__(self):
        self._check()
        return len(self._places)

    def _place(self, key):
        try:
            return self._places[key]
        except IndexError:
            raise IndexError("index out of bounds on dimension 1") from None
        except TypeError:
            raise TypeError("memoryview: invalid slice key") from None

    def __getitem__(self, key):
        self._check()
        found = self._place(key)
        if isinstance(found, int):
            return self._whole[found]
        part = memoryview(self)
        part._places = found
        return part

    def __setitem__(self, key, value):
        self._check()
        if self.readonly:
            raise TypeError("cannot modify read-only memory")
        found = self._place(key)
        if isinstance(found, int):
            if not isinstance(value, int):
                raise TypeError("memoryview: invalid type for format 'B'")
            if not 0 <= value < 256:
                raise ValueError("memoryview: invalid value for format 'B'")
            self._whole[found] = value
            return
        fresh = bytes(value)
        if len(fresh) != len(found):
            raise ValueError("memoryview assignment: lvalue and rvalue have different structures")
        for place, byte in zip(found, fresh):
            self._whole[place] = byte

    def __delitem__(self, key):
        raise TypeError("cannot delete memory")

    def __iter__(self):
        self._check()
        return iter(self.tolist())

    def __bytes__(self):
        self._check()
        return bytes([self._whole[place] for place in self._places])

    def tobytes(self, order=None):
        return bytes(self)

    def tolist(self):
        return list(bytes(self))

    def hex(self, *args):
        return bytes(self).hex(*args)

    def toreadonly(self):
        return memoryview(bytes(self))

    def __eq__(self, other):
        if isinstance(other, (memoryview, bytes, bytearray)):
            return bytes(self) == bytes(other)
        return NotImplemented

    def __hash__(self):
        if not self.readonly:
            raise ValueError("cannot hash writable memoryview object")
        return hash(bytes(self))

    def __repr__(self):
        kind = "released memory" if self._whole is None else "memory"
        return f"<{kind} at {id(self):#014x}>"

    def release(self):
        self._whole = None

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *exc_info):
        self.release()
