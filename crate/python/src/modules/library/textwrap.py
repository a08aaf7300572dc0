# Texts in lines of a width.
_whitespace = "\t\n\x0b\x0c\r "


def _is_word(c):
    return c.isalnum() or c == "_"


def _split_word(word):
    # Breaks a word after hyphens between letters, and around long dashes.
    chunks = []
    start = 0
    place = 1
    length = len(word)
    while place < length:
        if word[place] == "-":
            end = place
            while end < length and word[end] == "-":
                end += 1
            before = word[place - 1]
            if end - place >= 2:
                if (_is_word(before) or before in "!\"'&.,?") and end < length and _is_word(word[end]):
                    if place > start:
                        chunks.append(word[start:place])
                    chunks.append(word[place:end])
                    start = end
                    place = end + 1
                    continue
                place = end
                continue
            letters = place - 2 >= start and before.isalpha() and word[place - 2].isalpha()
            after = word[place + 1:place + 3]
            if letters and len(after) == 2 and after[0].isalpha() and (after[1].isalpha() or after[1] == "-"):
                chunks.append(word[start:place + 1])
                start = place + 1
                place = start + 1
                continue
        place += 1
    chunks.append(word[start:])
    return [chunk for chunk in chunks if chunk]


class TextWrapper:
    "Breaks texts into lines."

    def __init__(
        self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True, replace_whitespace=True,
        fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True, tabsize=8, *,
        max_lines=None, placeholder=" [...]",
    ):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def _split(self, text):
        chunks = []
        place = 0
        while place < len(text):
            end = place
            blank = text[place] in _whitespace
            while end < len(text) and (text[end] in _whitespace) == blank:
                end += 1
            part = text[place:end]
            if blank or not self.break_on_hyphens:
                chunks.append(part)
            else:
                chunks.extend(_split_word(part))
            place = end
        if self.fix_sentence_endings:
            for place in range(len(chunks) - 1):
                word = chunks[place].rstrip("\"'")
                if chunks[place + 1] == " " and word[-1:] in (".", "!", "?") and word[-2:-1].islower():
                    chunks[place + 1] = "  "
        return chunks

    def _handle_long_word(self, chunks, line, length, width):
        space = 1 if width < 1 else width - length
        if self.break_long_words:
            end = space
            chunk = chunks[-1]
            if self.break_on_hyphens and len(chunk) > space:
                hyphen = chunk.rfind("-", 0, space)
                if hyphen > 0 and any(c != "-" for c in chunk[:hyphen]):
                    end = hyphen + 1
            line.append(chunk[:end])
            chunks[-1] = chunk[end:]
        elif not line:
            line.append(chunks.pop())

    def _lines(self, chunks):
        lines = []
        if self.width <= 0:
            raise ValueError(f"invalid width {self.width!r} (must be > 0)")
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        chunks.reverse()
        while chunks:
            line = []
            length = 0
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if self.drop_whitespace and chunks[-1].strip() == "" and lines:
                del chunks[-1]
            while chunks:
                size = len(chunks[-1])
                if length + size > width:
                    break
                line.append(chunks.pop())
                length += size
            if chunks and len(chunks[-1]) > width:
                self._handle_long_word(chunks, line, length, width)
                length = sum(map(len, line))
            if self.drop_whitespace and line and line[-1].strip() == "":
                length -= len(line[-1])
                del line[-1]
            if not line:
                continue
            rest_is_blank = not chunks or self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip()
            if self.max_lines is None or len(lines) + 1 < self.max_lines or rest_is_blank and length <= width:
                lines.append(indent + "".join(line))
                continue
            self._end_early(lines, line, length, width, indent)
            break
        return lines

    def _end_early(self, lines, line, length, width, indent):
        while line:
            if line[-1].strip() and length + len(self.placeholder) <= width:
                line.append(self.placeholder)
                lines.append(indent + "".join(line))
                return
            length -= len(line[-1])
            del line[-1]
        if lines:
            previous = lines[-1].rstrip()
            if len(previous) + len(self.placeholder) <= self.width:
                lines[-1] = previous + self.placeholder
                return
        lines.append(indent + self.placeholder.lstrip())

    def wrap(self, text):
        "The lines of a paragraph."
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            for blank in "\t\n\x0b\x0c\r":
                text = text.replace(blank, " ")
        return self._lines(self._split(text))

    def fill(self, text):
        "The paragraph as one text."
        return "\n".join(self.wrap(text))


def wrap(text, width=70, **kwargs):
    "The lines of a paragraph."
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    "The paragraph as one text."
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    "The text in one line, its end left out when it is too long."
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(" ".join(text.strip().split()))


def dedent(text):
    "Remove the blanks that all lines begin with."
    lines = text.split("\n")
    margin = None
    cleaned = []
    for line in lines:
        if not line.strip(" \t"):
            cleaned.append("")
            continue
        cleaned.append(line)
        indent = line[: len(line) - len(line.lstrip(" \t"))]
        if margin is None:
            margin = indent
        else:
            common = 0
            while common < len(margin) and common < len(indent) and margin[common] == indent[common]:
                common += 1
            margin = margin[:common]
    if margin:
        cleaned = [line[len(margin):] if line else line for line in cleaned]
    return "\n".join(cleaned)


def indent(text, prefix, predicate=None):
    "Put a prefix before each line that is not blank."
    if predicate is None:
        predicate = str.strip
    return "".join([prefix + line if predicate(line) else line for line in text.splitlines(True)])
