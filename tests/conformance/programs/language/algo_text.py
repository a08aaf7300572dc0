# Texts: counting words, ciphers, palindromes, wrapping, compressing.
# covers: algorithms, str methods
from collections import Counter
from itertools import groupby

poem = """the road not taken
two roads diverged in a yellow wood
and sorry i could not travel both"""
words = poem.split()
print(Counter(words).most_common(3), len(set(words)), max(words, key=len), sorted(words, key=lambda w: (-len(w), w))[:4])
print(Counter(c for c in poem if c.isalpha()).most_common(5))


def caesar(text, shift):
    def turn(c):
        base = ord("a") if c.islower() else ord("A")
        return chr((ord(c) - base + shift) % 26 + base) if c.isascii() and c.isalpha() else c

    return "".join(map(turn, text))


def vigenere(text, key, sign=1):
    return "".join(caesar(c, sign * (ord(key[i % len(key)]) - 97)) for i, c in enumerate(text))


def run_length(text):
    return "".join(f"{len(list(group))}{char}" for char, group in groupby(text))


def expand(text):
    out, number = "", ""
    for c in text:
        if c.isdigit():
            number += c
        else:
            out, number = out + c * int(number), ""
    return out


def is_palindrome(text):
    letters = [c.lower() for c in text if c.isalnum()]
    return letters == letters[::-1]


def wrap(text, width):
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return lines + [line]


def anagrams(words):
    groups = {}
    for word in words:
        groups.setdefault("".join(sorted(word)), []).append(word)
    return [g for g in groups.values() if len(g) > 1]


def huffman(text):
    trees = sorted((n, c) for c, n in Counter(text).items())
    while len(trees) > 1:
        (a, x), (b, y), *rest = trees
        trees = sorted([*rest, (a + b, (x, y))], key=lambda t: (t[0], str(t[1])))
    codes = {}

    def walk(tree, code):
        if isinstance(tree, str):
            codes[tree] = code or "0"
        else:
            walk(tree[0], code + "0")
            walk(tree[1], code + "1")

    walk(trees[0][1], "")
    return codes


print(caesar("Hello, World!", 3), caesar(caesar("Hello, World!", 3), -3), vigenere("attackatdawn", "lemon"), vigenere(vigenere("attack", "key"), "key", -1))
print(run_length("aaabccd"), expand(run_length("aaabccd")), is_palindrome("A man, a plan, a canal: Panama"), is_palindrome("no"))
print(*wrap(poem, 20), sep="|\n")
print(anagrams(["listen", "silent", "enlist", "cat", "act", "dog"]))
codes = huffman("abracadabra")
print(codes, sum(len(codes[c]) for c in "abracadabra"))
for line in poem.splitlines():
    print(f"{line:<40}|{line.title():>40}|{line.count('o')}")
print("".join(dict(zip("abcdefghijklmnopqrstuvwxyz ", ".- -... -.-. -.. . ..-. --. .... .. .--- -.- .-.. -- -. --- .--. --.- .-. ... - ..- ...- .-- -..- -.-- --.. /".split())).get(c, "?") + " " for c in "sos help"))
