# Near words and differing lines.
# covers: difflib
import difflib

print(difflib.get_close_matches("appel", ["ape", "apple", "peach", "puppy"]), difflib.get_close_matches("zzz", ["a"]))
print(difflib.get_close_matches("pint", ["print", "point", "int", "pin"], n=2, cutoff=0.5))
matcher = difflib.SequenceMatcher(None, "private Thread currentThread;", "private volatile Thread currentThread;")
print(round(matcher.ratio(), 3), matcher.get_matching_blocks(), matcher.find_longest_match())
for code in matcher.get_opcodes():
    print(code)
print(difflib.SequenceMatcher(lambda c: c == " ", " abcd", "abcd abcd").find_longest_match(0, 5, 0, 9))
old = "one\ntwo\nthree\nfour, five\nsix\nseven\n".splitlines(keepends=True)
new = "ore\ntree\nemu\nfour five\nsix\nseven\neight\n".splitlines(keepends=True)
print("".join(difflib.ndiff(old, new)), end="")
print("".join(difflib.unified_diff(old, new, "before.txt", "after.txt", n=1)), end="")
print(list(difflib.ndiff(["a"], ["a"])), list(difflib.unified_diff(["x"], ["x"])))
print(round(difflib.SequenceMatcher(None, [1, 2, 3, 4], [2, 3, 5]).ratio(), 4), difflib.SequenceMatcher(None, "", "").ratio())
