# What differs between two sequences, and which texts are near to another.
def IS_CHARACTER_JUNK(ch, ws=" \t"):
    "Whether a character says nothing."
    return ch in ws


class SequenceMatcher:
    "Finds what two sequences have in common."

    def __init__(self, isjunk=None, a="", b="", autojunk=True):
        self.isjunk = isjunk
        self.autojunk = autojunk
        self.set_seqs(a, b)

    def set_seqs(self, a, b):
        self.set_seq1(a)
        self.set_seq2(b)

    def set_seq1(self, a):
        self.a = a
        self._blocks = None

    def set_seq2(self, b):
        self.b = b
        self._blocks = None
        places = {}
        for place, item in enumerate(b):
            places.setdefault(item, []).append(place)
        self.bjunk = {item for item in places if self.isjunk is not None and self.isjunk(item)}
        self.bpopular = set()
        if self.autojunk and len(b) >= 200:
            most = len(b) // 100 + 1
            self.bpopular = {item for item, found in places.items() if len(found) > most} - self.bjunk
        for item in self.bjunk | self.bpopular:
            del places[item]
        self.b2j = places

    def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
        "The longest common block as (start in a, start in b, length)."
        a, b, places = self.a, self.b, self.b2j
        ahi = len(a) if ahi is None else ahi
        bhi = len(b) if bhi is None else bhi
        best_i, best_j, size = alo, blo, 0
        # How long the common block is that ends at a place of b.
        lengths = {}
        for i in range(alo, ahi):
            next_lengths = {}
            for j in places.get(a[i], ()):
                if j < blo:
                    continue
                if j >= bhi:
                    break
                length = next_lengths[j] = lengths.get(j - 1, 0) + 1
                if length > size:
                    best_i, best_j, size = i - length + 1, j - length + 1, length
            lengths = next_lengths
        # First what is no junk, then junk beside it.
        for junk in (False, True):
            while best_i > alo and best_j > blo and a[best_i - 1] == b[best_j - 1] and (b[best_j - 1] in self.bjunk) == junk:
                best_i, best_j, size = best_i - 1, best_j - 1, size + 1
            while (best_i + size < ahi and best_j + size < bhi and a[best_i + size] == b[best_j + size]
                   and (b[best_j + size] in self.bjunk) == junk):
                size += 1
        return Match(best_i, best_j, size)

    def get_matching_blocks(self):
        "All common blocks; the last one is empty."
        if self._blocks is not None:
            return self._blocks
        found = []
        waiting = [(0, len(self.a), 0, len(self.b))]
        while waiting:
            alo, ahi, blo, bhi = waiting.pop()
            i, j, size = match = self.find_longest_match(alo, ahi, blo, bhi)
            if size:
                found.append(match)
                if alo < i and blo < j:
                    waiting.append((alo, i, blo, j))
                if i + size < ahi and j + size < bhi:
                    waiting.append((i + size, ahi, j + size, bhi))
        found.sort()
        blocks = []
        for i, j, size in found:
            if blocks and blocks[-1][0] + blocks[-1][2] == i and blocks[-1][1] + blocks[-1][2] == j:
                i, j, size = blocks[-1][0], blocks[-1][1], blocks.pop()[2] + size
            blocks.append(Match(i, j, size))
        blocks.append(Match(len(self.a), len(self.b), 0))
        self._blocks = blocks
        return blocks

    def get_opcodes(self):
        "How to make b of a: (what, start and end in a, start and end in b)."
        i = j = 0
        codes = []
        for ai, bj, size in self.get_matching_blocks():
            if i < ai or j < bj:
                tag = "replace" if i < ai and j < bj else "delete" if i < ai else "insert"
                codes.append((tag, i, ai, j, bj))
            i, j = ai + size, bj + size
            if size:
                codes.append(("equal", ai, i, bj, j))
        return codes

    def ratio(self):
        "How alike the sequences are, from 0 to 1."
        total = len(self.a) + len(self.b)
        return 2.0 * sum([size for _, _, size in self.get_matching_blocks()]) / total if total else 1.0

    quick_ratio = real_quick_ratio = ratio


def _match_class():
    from collections import namedtuple

    return namedtuple("Match", "a b size", module="difflib")


Match = _match_class()


def get_close_matches(word, possibilities, n=3, cutoff=0.6):
    "The texts that are nearest to a word, best first."
    if not n > 0:
        raise ValueError(f"n must be > 0: {n!r}")
    if not 0.0 <= cutoff <= 1.0:
        raise ValueError(f"cutoff must be in [0.0, 1.0]: {cutoff!r}")
    scored = []
    matcher = SequenceMatcher()
    matcher.set_seq2(word)
    for text in possibilities:
        matcher.set_seq1(text)
        score = matcher.ratio()
        if score >= cutoff:
            scored.append((score, text))
    return [text for _, text in sorted(scored, reverse=True)[:n]]


# A pair of lines that are at least so alike is shown with what differs inside.
_ALIKE = 0.75


class Differ:
    "Compares lines and marks what differs inside of them."

    def __init__(self, linejunk=None, charjunk=None):
        self.linejunk = linejunk
        self.charjunk = charjunk

    def compare(self, a, b):
        "The lines of both with `- `, `+ `, `? ` or blanks before them."
        for tag, alo, ahi, blo, bhi in SequenceMatcher(self.linejunk, a, b).get_opcodes():
            if tag == "replace":
                yield from self._replaced(a[alo:ahi], b[blo:bhi])
            else:
                lines, mark = (b[blo:bhi], "+") if tag == "insert" else (a[alo:ahi], "-" if tag == "delete" else " ")
                yield from [f"{mark} {line}" for line in lines]

    def _replaced(self, old, new):
        if not old or not new:
            yield from [f"- {line}" for line in old]
            yield from [f"+ {line}" for line in new]
            return
        best, pair, equal = _ALIKE - 0.01, None, None
        matcher = SequenceMatcher(self.charjunk)
        for j, right in enumerate(new):
            matcher.set_seq2(right)
            for i, left in enumerate(old):
                if left == right:
                    equal = equal or (i, j)
                    continue
                matcher.set_seq1(left)
                ratio = matcher.ratio()
                if ratio > best:
                    best, pair = ratio, (i, j)
        if best < _ALIKE:
            if equal is None:
                first, second = (new, old) if len(new) < len(old) else (old, new)
                for lines in (first, second):
                    mark = "-" if lines is old else "+"
                    yield from [f"{mark} {line}" for line in lines]
                return
            pair = equal
        else:
            equal = None
        i, j = pair
        yield from self._replaced(old[:i], new[:j]) if old[:i] or new[:j] else ()
        if equal is None:
            yield from self._marked(old[i], new[j])
        else:
            yield f"  {old[i]}"
        yield from self._replaced(old[i + 1:], new[j + 1:])

    def _marked(self, old, new):
        old_marks = new_marks = ""
        for tag, alo, ahi, blo, bhi in SequenceMatcher(self.charjunk, old, new).get_opcodes():
            left, right = {"replace": "^^", "delete": "-+", "insert": "-+", "equal": "  "}[tag]
            old_marks += left * (ahi - alo)
            new_marks += right * (bhi - blo)
        for mark, line, marks in (("-", old, old_marks), ("+", new, new_marks)):
            yield f"{mark} {line}"
            kept = [c if m == " " and c.isspace() else m for c, m in zip(line, marks)]
            shown = "".join(kept).rstrip()
            if shown:
                yield f"? {shown}\n"


def ndiff(a, b, linejunk=None, charjunk=IS_CHARACTER_JUNK):
    "The lines of two texts, with what differs inside of them marked."
    return Differ(linejunk, charjunk).compare(a, b)


def _range(start, stop):
    length = stop - start
    if length == 1:
        return str(start + 1)
    return f"{start + 1 if length else start},{length}"


def _groups(codes, n):
    # The changes with n equal lines around them.
    codes = codes or [("equal", 0, 1, 0, 1)]
    if codes[0][0] == "equal":
        tag, alo, ahi, blo, bhi = codes[0]
        codes[0] = tag, max(alo, ahi - n), ahi, max(blo, bhi - n), bhi
    if codes[-1][0] == "equal":
        tag, alo, ahi, blo, bhi = codes[-1]
        codes[-1] = tag, alo, min(ahi, alo + n), blo, min(bhi, blo + n)
    group = []
    for tag, alo, ahi, blo, bhi in codes:
        if tag == "equal" and ahi - alo > 2 * n:
            group.append((tag, alo, min(ahi, alo + n), blo, min(bhi, blo + n)))
            yield group
            group = []
            alo, blo = max(alo, ahi - n), max(blo, bhi - n)
        group.append((tag, alo, ahi, blo, bhi))
    if group and not (len(group) == 1 and group[0][0] == "equal"):
        yield group


def unified_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3, lineterm="\n"):
    "The changes between two texts as version control shows them."
    begun = False
    for group in _groups(SequenceMatcher(None, a, b).get_opcodes(), n):
        if not begun:
            begun = True
            for mark, name, date in (("---", fromfile, fromfiledate), ("+++", tofile, tofiledate)):
                yield f"{mark} {name}{chr(9) + date if date else ''}{lineterm}"
        first, last = group[0], group[-1]
        yield f"@@ -{_range(first[1], last[2])} +{_range(first[3], last[4])} @@{lineterm}"
        for tag, alo, ahi, blo, bhi in group:
            if tag == "equal":
                yield from [" " + line for line in a[alo:ahi]]
                continue
            yield from ["-" + line for line in a[alo:ahi]]
            yield from ["+" + line for line in b[blo:bhi]]
