# Constants and templates of texts.
import re as _re

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    "Capitalize the words of a text."
    return (sep or " ").join([word.capitalize() for word in s.split(sep)])


class Template:
    "Text with $names to be replaced."

    delimiter = "$"
    idpattern = r"(?a:[_a-z][_a-z0-9]*)"
    braceidpattern = None
    flags = _re.IGNORECASE

    def __init_subclass__(cls):
        super().__init_subclass__()
        cls._prepare()

    @classmethod
    def _prepare(cls):
        if "pattern" in cls.__dict__:
            pattern = cls.pattern
        else:
            mark = _re.escape(cls.delimiter)
            braced = cls.braceidpattern or cls.idpattern
            pattern = (
                f"{mark}(?:(?P<escaped>{mark})|(?P<named>{cls.idpattern})|{{(?P<braced>{braced})}}|(?P<invalid>))"
            )
        cls.pattern = _re.compile(pattern, cls.flags | _re.VERBOSE)

    def __init__(self, template):
        self.template = template

    def _invalid(self, found):
        place = found.start("invalid")
        lines = self.template[:place].splitlines(keepends=True)
        if not lines:
            column = line = 1
        else:
            column = place - len("".join(lines[:-1]))
            line = len(lines)
        raise ValueError(f"Invalid placeholder in string: line {line}, col {column}")

    def substitute(self, mapping={}, /, **kws):
        "Replace all names."

        def value_of(found):
            name = found.group("named") or found.group("braced")
            if name is not None:
                return str(kws[name] if name in kws else mapping[name])
            if found.group("escaped") is not None:
                return self.delimiter
            self._invalid(found)

        return self.pattern.sub(value_of, self.template)

    def safe_substitute(self, mapping={}, /, **kws):
        "Replace the names that are known."

        def value_of(found):
            name = found.group("named") or found.group("braced")
            if name is not None:
                if name in kws:
                    return str(kws[name])
                return str(mapping[name]) if name in mapping else found.group()
            return self.delimiter if found.group("escaped") is not None else found.group()

        return self.pattern.sub(value_of, self.template)

    def is_valid(self):
        "Whether substitute() would find only good placeholders."
        return all(found.group("invalid") is None for found in self.pattern.finditer(self.template))

    def get_identifiers(self):
        "The names, each once."
        names = []
        for found in self.pattern.finditer(self.template):
            name = found.group("named") or found.group("braced")
            if name is not None and name not in names:
                names.append(name)
            elif name is None and found.group("invalid") is not None:
                raise ValueError("Unrecognized named group in pattern", self.pattern)
        return names


Template._prepare()


class Formatter:
    "str.format as an object; what it does with fields can be changed by derived classes."

    def format(self, format_string, /, *args, **kwargs):
        "Fill the fields of a format string."
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        "The same, with the arguments as they are."
        used_args = set()
        text, _ = self._fill(format_string, args, kwargs, used_args, 2, 0)
        self.check_unused_args(used_args, args, kwargs)
        return text

    def _fill(self, format_string, args, kwargs, used_args, depth, automatic):
        # `automatic` is the number of the next {}, or False once fields are numbered by hand.
        if depth < 0:
            raise ValueError("Max string recursion exceeded")
        out = []
        for literal, field_name, spec, conversion in self.parse(format_string):
            out.append(literal)
            if field_name is None:
                continue
            if field_name == "":
                if automatic is False:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                field_name = str(automatic)
                automatic += 1
            elif field_name.isdigit():
                if automatic:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                automatic = False
            value, used = self.get_field(field_name, args, kwargs)
            used_args.add(used)
            value = self.convert_field(value, conversion)
            spec, automatic = self._fill(spec, args, kwargs, used_args, depth - 1, automatic)
            out.append(self.format_field(value, spec))
        return "".join(out), automatic

    def parse(self, format_string):
        "The parts of a format string: text, field name, format specification, conversion."
        text = []
        place = 0
        while place < len(format_string):
            char = format_string[place]
            place += 1
            if char not in "{}":
                text.append(char)
                continue
            if format_string[place:place + 1] == char:
                place += 1
                yield "".join(text) + char, None, None, None
                text = []
                continue
            if char == "}":
                raise ValueError("Single '}' encountered in format string")
            field, place = _field_at(format_string, place)
            yield ("".join(text), *_split_field(field))
            text = []
        if text:
            yield "".join(text), None, None, None

    def get_field(self, field_name, args, kwargs):
        "The value of a field with its dots and brackets, and the argument that it uses."
        first = _first_name.match(field_name).group()
        rest = field_name[len(first):]
        key = int(first) if first.isdigit() else first
        value = self.get_value(key, args, kwargs)
        while rest:
            if rest[0] == ".":
                name = _first_name.match(rest, 1).group()
                value = getattr(value, name)
                rest = rest[len(name) + 1:]
            else:
                name, _, rest = rest[1:].partition("]")
                value = value[int(name) if name.isdigit() else name]
        return value, key

    def get_value(self, key, args, kwargs):
        "The argument of a number or a name."
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        "For derived classes that want all arguments used."

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == "s":
            return str(value)
        if conversion == "r":
            return repr(value)
        if conversion == "a":
            return ascii(value)
        raise ValueError(f"Unknown conversion specifier {conversion!s}")


_first_name = _re.compile(r"[^.\[]*")


def _field_at(text, place):
    # The field that begins after its brace, and the place after its end.
    start, depth = place, 1
    while place < len(text):
        depth += {"{": 1, "}": -1}.get(text[place], 0)
        place += 1
        if depth == 0:
            return text[start:place - 1], place
    if start == len(text):
        raise ValueError("Single '{' encountered in format string")
    raise ValueError("expected '}' before end of string")


def _split_field(field):
    depth = 0
    for place, char in enumerate(field):
        depth += {"[": 1, "]": -1}.get(char, 0)
        if depth == 0 and char in "!:":
            break
    else:
        return field, "", None
    name, rest = field[:place], field[place + 1:]
    if field[place] == ":":
        return name, rest, None
    if not rest:
        raise ValueError("end of string while looking for conversion specifier")
    if rest[1:2] not in ("", ":"):
        raise ValueError("expected ':' after conversion specifier")
    return name, rest[2:], rest[0]
