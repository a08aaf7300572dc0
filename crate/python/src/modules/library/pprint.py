# Readable texts of nested values: each item on a line of its own where a line would be too long.
def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
           underscore_numbers=False):
    "Print a value readably."
    printer = PrettyPrinter(
        stream=stream, indent=indent, width=width, depth=depth, compact=compact, sort_dicts=sort_dicts,
        underscore_numbers=underscore_numbers,
    )
    printer.pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    "A readable text of a value."
    return PrettyPrinter(
        indent=indent, width=width, depth=depth, compact=compact, sort_dicts=sort_dicts,
        underscore_numbers=underscore_numbers,
    ).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    "Print a value readably, dicts in their order."
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    "The text of a value in one line."
    return PrettyPrinter()._line(object, {}, 0)


def isreadable(object):
    "Whether the text of a value could be evaluated again."
    return PrettyPrinter().isreadable(object)


def isrecursive(object):
    "Whether a value holds itself."
    return PrettyPrinter().isrecursive(object)


class _Key:
    # Orders keys of different types by the names of their types.
    __slots__ = ("obj",)

    def __init__(self, obj):
        self.obj = obj

    def __lt__(self, other):
        try:
            return self.obj < other.obj
        except TypeError:
            return (str(type(self.obj)), id(self.obj)) < (str(type(other.obj)), id(other.obj))


def _pair_key(pair):
    return _Key(pair[0]), _Key(pair[1])


_plain = (str, int, float, bool, type(None), complex, bytes)


class PrettyPrinter:
    "Writes values readably."

    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True,
                 underscore_numbers=False):
        indent = int(indent)
        width = int(width)
        if indent < 0:
            raise ValueError("indent must be >= 0")
        if depth is not None and depth <= 0:
            raise ValueError("depth must be > 0")
        if not width:
            raise ValueError("width must be != 0")
        self._depth = depth
        self._indent = indent
        self._width = width
        self._stream = stream
        self._compact = compact
        self._sort_dicts = sort_dicts
        self._underscores = underscore_numbers

    def pprint(self, object):
        text = self.pformat(object)
        if self._stream is None:
            print(text)
        else:
            self._stream.write(text + "\n")

    def pformat(self, object):
        out = []
        self._write(object, out, 0, 0, {}, 0)
        return "".join(out)

    def isrecursive(self, object):
        return "<Recursion on " in self._line(object, {}, 0)

    def isreadable(self, object):
        text = self._line(object, {}, 0)
        return "<Recursion on " not in text and "object at 0x" not in text

    def format(self, object, context, maxlevels, level):
        return self._line(object, context, level), True, False

    def _line(self, object, context, level):
        # The text in one line.
        kind = type(object)
        method = kind.__repr__
        if kind is int and self._underscores:
            return f"{object:_d}"
        if kind in _plain:
            return repr(object)
        is_dict = issubclass(kind, dict) and method is dict.__repr__
        is_list = issubclass(kind, list) and method is list.__repr__
        is_tuple = issubclass(kind, tuple) and method is tuple.__repr__
        if not (is_dict or is_list or is_tuple):
            return repr(object)
        if is_list:
            start, end = "[", "]"
        elif is_tuple:
            start, end = "(", ",)" if len(object) == 1 else ")"
        else:
            start, end = "{", "}"
        if not object:
            return start + end.lstrip(",")
        key = id(object)
        if self._depth and level >= self._depth:
            return start + "..." + end
        if key in context:
            return _recursion(object)
        context[key] = 1
        if is_dict:
            items = sorted(object.items(), key=_pair_key) if self._sort_dicts else object.items()
            parts = [f"{self._line(k, context, level + 1)}: {self._line(v, context, level + 1)}" for k, v in items]
        else:
            parts = [self._line(item, context, level + 1) for item in object]
        del context[key]
        return start + ", ".join(parts) + end

    def _write(self, object, out, indent, allowance, context, level):
        key = id(object)
        if key in context:
            out.append(_recursion(object))
            return
        text = self._line(object, context, level)
        if len(text) <= self._width - indent - allowance:
            out.append(text)
            return
        kind = type(object)
        writer = _writers.get(kind.__repr__)
        if writer is None and hasattr(kind, "__dataclass_fields__") and hasattr(kind.__repr__, "__wrapped__") is False:
            writer = _write_dataclass if _has_made_repr(kind) else None
        if writer is None:
            out.append(text)
            return
        context[key] = 1
        writer(self, object, out, indent, allowance, context, level + 1)
        del context[key]

    def _write_items(self, items, out, indent, allowance, context, level):
        indent += self._indent
        if self._indent > 1:
            out.append((self._indent - 1) * " ")
        separator = ""
        between = ",\n" + " " * indent
        width = room = self._width - indent + 1
        items = list(items)
        for place, item in enumerate(items):
            last = place == len(items) - 1
            if last:
                room -= allowance
                width -= allowance
            if self._compact:
                text = self._line(item, context, level)
                need = len(text) + 2
                if width < need:
                    width = room
                    if separator:
                        separator = between
                if width >= need:
                    width -= need
                    out.append(separator)
                    separator = ", "
                    out.append(text)
                    continue
            out.append(separator)
            separator = between
            self._write(item, out, indent, allowance if last else 1, context, level)

    def _write_pairs(self, items, out, indent, allowance, context, level):
        indent += self._indent
        between = ",\n" + " " * indent
        last = len(items) - 1
        for place, (key, value) in enumerate(items):
            text = self._line(key, context, level)
            out.append(text)
            out.append(": ")
            end = allowance if place == last else 1
            self._write(value, out, indent + len(text) + 2, end, context, level)
            if place != last:
                out.append(between)

    def _write_names(self, items, out, indent, allowance, context, level):
        between = ",\n" + " " * indent
        last = len(items) - 1
        for place, (name, value) in enumerate(items):
            out.append(name)
            out.append("=")
            if id(value) in context:
                out.append("...")
            else:
                end = allowance if place == last else 1
                self._write(value, out, indent + len(name) + 1, end, context, level)
            if place != last:
                out.append(between)


def _recursion(object):
    return f"<Recursion on {type(object).__name__} with id={id(object)}>"


def _write_dict(printer, object, out, indent, allowance, context, level):
    out.append("{")
    if printer._indent > 1:
        out.append((printer._indent - 1) * " ")
    if object:
        items = sorted(object.items(), key=_pair_key) if printer._sort_dicts else list(object.items())
        printer._write_pairs(items, out, indent, allowance + 1, context, level)
    out.append("}")


def _write_ordered_dict(printer, object, out, indent, allowance, context, level):
    if not object:
        out.append(repr(object))
        return
    name = object.__class__.__name__
    out.append(name + "(")
    printer._write(list(object.items()), out, indent + len(name) + 1, allowance + 1, context, level - 1)
    out.append(")")


def _write_list(printer, object, out, indent, allowance, context, level):
    out.append("[")
    printer._write_items(object, out, indent, allowance + 1, context, level)
    out.append("]")


def _write_tuple(printer, object, out, indent, allowance, context, level):
    out.append("(")
    end = ",)" if len(object) == 1 else ")"
    printer._write_items(object, out, indent, allowance + len(end), context, level)
    out.append(end)


def _write_set(printer, object, out, indent, allowance, context, level):
    if not object:
        out.append(repr(object))
        return
    kind = object.__class__
    if kind is set:
        out.append("{")
        end = "}"
    else:
        out.append(kind.__name__ + "({")
        end = "})"
        indent += len(kind.__name__) + 1
    printer._write_items(sorted(object, key=_Key), out, indent, allowance + len(end), context, level)
    out.append(end)


def _words(line):
    # Each word with the blanks after it.
    words = []
    place = 0
    while place < len(line):
        end = place
        while end < len(line) and not line[end].isspace():
            end += 1
        while end < len(line) and line[end].isspace():
            end += 1
        words.append(line[place:end])
        place = end
    return words


def _write_str(printer, object, out, indent, allowance, context, level):
    if not object:
        out.append(repr(object))
        return
    chunks = []
    lines = object.splitlines(True)
    if level == 1:
        indent += 1
        allowance += 1
    room = width = printer._width - indent
    text = ""
    for place, line in enumerate(lines):
        text = repr(line)
        if place == len(lines) - 1:
            width -= allowance
        if len(text) <= width:
            chunks.append(text)
            continue
        parts = _words(line)
        room_here = width
        current = ""
        for index, part in enumerate(parts):
            candidate = current + part
            limit = printer._width - indent
            if index == len(parts) - 1 and place == len(lines) - 1:
                limit -= allowance
            if len(repr(candidate)) > limit:
                if current:
                    chunks.append(repr(current))
                current = part
            else:
                current = candidate
        if current:
            chunks.append(repr(current))
    if len(chunks) == 1:
        out.append(text)
        return
    if level == 1:
        out.append("(")
    for place, chunk in enumerate(chunks):
        if place > 0:
            out.append("\n" + " " * indent)
        out.append(chunk)
    if level == 1:
        out.append(")")


def _write_bytes(printer, object, out, indent, allowance, context, level):
    # Four bytes are kept together.
    if len(object) <= 4:
        out.append(repr(object))
        return
    parens = level == 1
    if parens:
        indent += 1
        allowance += 1
        out.append("(")
    width = printer._width - indent
    separator = ""
    current = b""
    last = len(object) // 4 * 4
    for start in range(0, len(object), 4):
        part = object[start:start + 4]
        if start == last:
            width -= allowance
        if current and len(repr(current + part)) > width:
            out.append(separator + repr(current))
            separator = "\n" + " " * indent
            current = part
        else:
            current += part
    if current:
        out.append(separator + repr(current))
    if parens:
        out.append(")")


def _write_bytearray(printer, object, out, indent, allowance, context, level):
    out.append("bytearray(")
    _write_bytes(printer, bytes(object), out, indent + 10, allowance + 1, context, level + 1)
    out.append(")")


def _write_proxy(printer, object, out, indent, allowance, context, level):
    out.append("mappingproxy(")
    printer._write(object.copy(), out, indent + 13, allowance + 1, context, level)
    out.append(")")


def _write_data(printer, object, out, indent, allowance, context, level):
    printer._write(object.data, out, indent, allowance, context, level - 1)


def _write_namespace(printer, object, out, indent, allowance, context, level):
    name = "namespace" if type(object).__name__ == "SimpleNamespace" else type(object).__name__
    indent += len(name) + 1
    out.append(name + "(")
    printer._write_names(list(object.__dict__.items()), out, indent, allowance, context, level)
    out.append(")")


def _has_made_repr(kind):
    method = kind.__dict__.get("__repr__")
    return method is not None and getattr(method, "__module__", "") == "dataclasses"


def _write_dataclass(printer, object, out, indent, allowance, context, level):
    name = object.__class__.__name__
    indent += len(name) + 1
    items = [(f.name, getattr(object, f.name)) for f in object.__dataclass_fields__.values()
             if f.repr and f._kind == "field"]
    out.append(name + "(")
    printer._write_names(items, out, indent, allowance, context, level)
    out.append(")")


def _write_counter(printer, object, out, indent, allowance, context, level):
    out.append(object.__class__.__name__ + "({")
    if printer._indent > 1:
        out.append((printer._indent - 1) * " ")
    printer._write_pairs(object.most_common(), out, indent + len(object.__class__.__name__) + 1, allowance + 2,
                         context, level)
    out.append("})")


def _write_default_dict(printer, object, out, indent, allowance, context, level):
    if not len(object):
        out.append(repr(object))
        return
    factory = printer._line(object.default_factory, context, level)
    name = object.__class__.__name__
    indent += len(name) + 1
    out.append(f"{name}({factory},\n{' ' * indent}")
    _write_dict(printer, object, out, indent, allowance + 1, context, level)
    out.append(")")


def _write_deque(printer, object, out, indent, allowance, context, level):
    if not len(object):
        out.append(repr(object))
        return
    name = object.__class__.__name__
    out.append(name + "(")
    indent += len(name) + 1
    out.append("[")
    if object.maxlen is None:
        printer._write_items(object, out, indent, allowance + 2, context, level)
        out.append("])")
    else:
        printer._write_items(object, out, indent, 2, context, level)
        text = printer._line(object.maxlen, context, level)
        out.append(f"],\n{' ' * indent}maxlen={text})")


def _write_chain_map(printer, object, out, indent, allowance, context, level):
    if not len(object.maps):
        out.append(repr(object))
        return
    name = object.__class__.__name__
    out.append(name + "(")
    indent += len(name) + 1
    for place, mapping in enumerate(object.maps):
        if place == len(object.maps) - 1:
            printer._write(mapping, out, indent, allowance + 1, context, level)
            out.append(")")
        else:
            printer._write(mapping, out, indent, 1, context, level)
            out.append(",\n" + " " * indent)


def _make_writers():
    from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, UserString, defaultdict, deque
    from types import MappingProxyType, SimpleNamespace

    return {
        dict.__repr__: _write_dict,
        list.__repr__: _write_list,
        tuple.__repr__: _write_tuple,
        set.__repr__: _write_set,
        frozenset.__repr__: _write_set,
        str.__repr__: _write_str,
        bytes.__repr__: _write_bytes,
        bytearray.__repr__: _write_bytearray,
        MappingProxyType.__repr__: _write_proxy,
        UserDict.__repr__: _write_data,
        UserList.__repr__: _write_data,
        UserString.__repr__: _write_data,
        OrderedDict.__repr__: _write_ordered_dict,
        Counter.__repr__: _write_counter,
        defaultdict.__repr__: _write_default_dict,
        deque.__repr__: _write_deque,
        ChainMap.__repr__: _write_chain_map,
        SimpleNamespace.__repr__: _write_namespace,
    }


_writers = _make_writers()
