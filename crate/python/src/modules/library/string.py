# Constants and templates of texts.
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


_start = frozenset(ascii_letters + "_")
_inside = frozenset(ascii_letters + "_" + digits)


class Template:
    "Text with $names to be replaced."

    delimiter = "$"

    def __init__(self, template):
        self.template = template

    def _parts(self):
        # Pairs of (text, name): a name is None for plain text, and "" for what is no valid placeholder.
        text = self.template
        place = 0
        while True:
            mark = text.find(self.delimiter, place)
            if mark < 0:
                yield text[place:], None, mark
                return
            yield text[place:mark], None, mark
            after = mark + 1
            if text[after:after + 1] == self.delimiter:
                yield self.delimiter, None, mark
                place = after + 1
                continue
            braced = text[after:after + 1] == "{"
            begin = end = after + braced
            if text[end:end + 1] in _start:
                end += 1
                while text[end:end + 1] in _inside:
                    end += 1
            name = text[begin:end]
            if braced and text[end:end + 1] != "}":
                name = ""
            if name:
                place = end + braced
                yield text[mark:place], name, mark
            else:
                place = after
                yield self.delimiter, "", mark

    def _fail(self, mark):
        lines = self.template[:mark].splitlines(keepends=True)
        column = mark - len("".join(lines[:-1])) if lines else 1
        if lines:
            column += 0 if self.template[:mark].endswith("\n") else 1
        raise ValueError(f"Invalid placeholder in string: line {max(len(lines), 1)}, col {column}")

    def substitute(self, mapping={}, /, **kws):
        "Replace all names."
        out = []
        for text, name, mark in self._parts():
            if name == "":
                self._fail(mark)
            out.append(text if name is None else str(kws[name] if name in kws else mapping[name]))
        return "".join(out)

    def safe_substitute(self, mapping={}, /, **kws):
        "Replace the names that are known."
        out = []
        for text, name, mark in self._parts():
            if name:
                if name in kws:
                    text = str(kws[name])
                elif name in mapping:
                    text = str(mapping[name])
            out.append(text)
        return "".join(out)

    def get_identifiers(self):
        names = []
        for text, name, mark in self._parts():
            if name and name not in names:
                names.append(name)
        return names


class Formatter:
    "str.format as an object."

    def format(self, format_string, /, *args, **kwargs):
        return format_string.format(*args, **kwargs)

    def vformat(self, format_string, args, kwargs):
        return format_string.format(*args, **kwargs)
