"""Writes the tables beside this file, from CPython and real dask.

Run with the oracle of the conformance records:
    oracle/bin/python crate/graph/tests/oracle/make_tables.py
The output is the same each time.
"""

import math
import random
import struct
from pathlib import Path

from dask._task_spec import Task, TaskRef
from dask.order import order
from dask.utils import key_split

HERE = Path(__file__).parent

TEXTS = """
x|x-1|x-1-2-3|x-2|hello-world-1|hello-world|add-5c76d8e3f1a24b6c9d0e1f2a3b4c5d6e
ae05086432ca935f6eba409a8ecd4896|ae05086432ca935f6eba409a8ecd489|x-ae05086432ca935f6eba409a8ecd4896
inc-2736ef24-98df-4a51-b0a0-0f7e5d2a9a11|_swap-2736ef24-98df|_(x)|__x__-1|'x'-1|"x"-y|('x-2', 1)|('x', 1)
<module.submodule.myclass object at 0xdaf372|<lambda>-1|<>|<  >|<a.b.>|-|--|-x|x-|x--y|_|_-x|()|''-a
x-abcdefab|x-download|x-children|x-feedback|x-sections|x-abc|x-abcdefabc|x-abcdefgh|x-ghijklmn|x-Abcdefgh
sum-partial-99|mean_agg-aggregate-0a|chunk_max-partial-1|ones_like-9f|getitem-1|array-original-12
1x|1-x|12|1.5-x|x y-z w|x,y-z|_x,y-z|(a,b)-c|données-été-1|λ-μ-1|变量-名字-2|x-ñandúes|x-дерево|_é-1
Ab-Cd-E1|a-b-c-d-e-f|A|aBcDeF12|random_sample-x2|from_sequence-a1b2|repartition-from-3|x-é|x-ß-1|ünïcode
rechunk-split-1|rechunk-merge-ab|dict-1|list-|finalize-hlgfinalizecompute-12|  x-1| -x|x -1|reduce-aggregate-9
it's|say "hi"|both'"|back\\slash|nbsp\u00a0|zero\u200bwidth|emoji\U0001f600|comb-e\u0301|\u0301|del\x7f|soft\u00adhyphen
x-\u2167|x-\u0939\u0941\u0928|x-e\u0301|\u2167-x|\u0301_-x|\u4e00-x-\u4e8c|\u00b2-x|x-\u00aa|private\ue000|ls\u2028x|tag\U000e0001|ideographic\u3000|arabic\u0661|bell\x07|low\x1b|nel\x85
"""


def texts():
    found = []
    for line in TEXTS.strip("\n").split("\n"):
        found += line.split("|")
    dice = random.Random(7)
    letters = "abcdefgxyzABZ0129_-<>'\"(),. é"
    for _ in range(400):
        found.append("".join(dice.choice(letters) for _ in range(dice.randint(0, 14))))
    hexes = "0123456789abcdef"
    for length in (31, 32, 33, 8):
        found.append("".join(dice.choice(hexes) for _ in range(length)))
    return found


def floats():
    dice = random.Random(11)
    found = [0.0, -0.0, 1.0, 0.1, 1e15, 1e16, 9999999999999998.0, 1e-4, 9.999e-5, 1e22, 5e-324,
             1.7976931348623157e308, math.inf, -math.inf, math.nan, 123456789012345680.0, 2.5, -3.75]
    for _ in range(200):
        found.append(struct.unpack("<d", dice.randbytes(8))[0])
    for _ in range(100):
        found.append(dice.uniform(-1, 1) * 10 ** dice.randint(-8, 20))
    return found


def cycles():
    """Small graphs of small ints, whose sets python walks in rising order."""
    dice = random.Random(13)
    for _ in range(300):
        size = dice.randint(1, 7)
        keys = list(range(size))
        dice.shuffle(keys)
        most = dice.choice([1, 1, 2, 3])
        graph = {k: sorted(dice.sample(range(size), min(size, dice.randint(0, most)))) for k in keys}
        dsk = {k: Task(k, max, *[TaskRef(d) for d in deps]) for k, deps in graph.items()}
        try:
            order(dsk)
            message = "-"
        except RuntimeError as error:
            message = " ".join(part.strip("-> ") for part in str(error).split("\n")[1:])
        text = " ".join(f"{k}:{','.join(map(str, deps))}" for k, deps in graph.items())
        yield f"{text}\t{message}\n"


def write(name, lines):
    (HERE / name).write_text("".join(lines), encoding="utf-8", newline="")


write("texts.tsv", (f"{text}\t{key_split(text)}\t{text!r}\n" for text in texts()))
write("floats.tsv", (f"{struct.pack('>d', value).hex()}\t{value!r}\n" for value in floats()))
write("cycles.tsv", cycles())
