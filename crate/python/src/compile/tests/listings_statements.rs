//! The bytecode of statements: handlers, `with`, imports, `match` and others.

use super::listings::check;

#[test]
fn handlers() {
    check(
        r##"
def f():
    for x in y:
        try:
            g()
        except E as e:
            continue
        else:
            break
        finally:
            h()
"##,
        r##"
        <module> Module
        0 MakeFunction dst=0 index=0 base=1 (f)
        1 StoreGlobal src=0 name=0 (f)
        2 ReturnNone

        f Function
        0 LoadGlobal dst=2 name=0 (y)
        1 GetIter dst=2 src=2
        2 ForIter iter=2 dst=0 offset=22 -> 25
        3 LoadGlobal dst=5 name=1 (g)
        4 Call dst=5 base=5 count=0
        5 LoadGlobal dst=5 name=2 (h)
        6 Call dst=5 base=5 count=0
        7 Jump offset=17 -> 25
        8 PushHandled exc=4
        9 LoadGlobal dst=5 name=3 (E)
        10 MatchException dst=6 exc=4 types=5
        11 JumpIfFalse src=6 offset=8 -> 20
        12 Move dst=1 src=4
        13 Unbind reg=1
        14 PopHandled
        15 LoadGlobal dst=6 name=2 (h)
        16 Call dst=6 base=6 count=0
        17 Loop offset=-16 -> 2
        18 Unbind reg=1
        19 Reraise exc=5
        20 Reraise exc=4
        21 PushHandled exc=3
        22 LoadGlobal dst=5 name=2 (h)
        23 Call dst=5 base=5 count=0
        24 Reraise exc=3
        25 ReturnNone
        3..5 -> 8 r4 depth 0
        3..5 -> 21 r3 depth 0
        8..15 -> 21 r3 depth 0
        18..21 -> 21 r3 depth 0
        "##,
    );
}

#[test]
fn with_statement() {
    check(
        r##"
def f():
    with a as b:
        return b
"##,
        r##"
        <module> Module
        0 MakeFunction dst=0 index=0 base=1 (f)
        1 StoreGlobal src=0 name=0 (f)
        2 ReturnNone

        f Function
        0 LoadGlobal dst=1 name=0 (a)
        1 LoadSpecial special=Enter dst=3 obj=1
        2 LoadSpecial special=Exit dst=2 obj=1
        3 Call dst=3 base=3 count=0
        4 Move dst=0 src=3
        5 Move dst=5 src=0
        6 Move dst=6 src=2
        7 None dst=7
        8 None dst=8
        9 None dst=9
        10 Call dst=6 base=6 count=3
        11 Return src=5
        12 PushHandled exc=4
        13 Move dst=5 src=2
        14 LoadAttr dst=6 obj=4 site=0 (__class__)
        15 LoadAttr dst=8 obj=4 site=1 (__traceback__)
        16 Move dst=7 src=4
        17 Call dst=5 base=5 count=3
        18 JumpIfTrue src=5 offset=1 -> 20
        19 Reraise exc=4
        20 PopHandled
        21 ReturnNone
        4..6 -> 12 r4 depth 0
        "##,
    );
}

#[test]
fn strings() {
    check(
        r##"
f"{a}b{c!r:>{w}}" "d" f"{a=}"
"##,
        r##"
        <module> Module
        0 LoadGlobal dst=1 name=0 (a)
        1 Format conversion=None dst=1 src=1 spec=65535
        2 Const dst=2 index=0 ("b")
        3 LoadGlobal dst=3 name=1 (c)
        4 Const dst=5 index=1 (">")
        5 LoadGlobal dst=6 name=2 (w)
        6 Format conversion=None dst=6 src=6 spec=65535
        7 BuildString dst=4 base=5 count=2
        8 Format conversion=Repr dst=3 src=3 spec=4
        9 Const dst=4 index=2 ("da=")
        10 LoadGlobal dst=5 name=0 (a)
        11 Format conversion=Repr dst=5 src=5 spec=65535
        12 BuildString dst=0 base=1 count=5
        13 SetLast src=0
        14 ReturnNone
        "##,
    );
}

#[test]
fn imports() {
    check(
        r##"
import a.b, c.d as e
from f import g as h
from i import *
"##,
        r##"
        <module> Module
        0 Import dst=0 name=0 leaf=0 (a.b)
        1 StoreGlobal src=0 name=1 (a)
        2 Import dst=0 name=2 leaf=1 (c.d)
        3 StoreGlobal src=0 name=3 (e)
        4 Import dst=0 name=4 leaf=1 (f)
        5 ImportFrom dst=1 module=0 name=5 (g)
        6 StoreGlobal src=1 name=6 (h)
        7 Import dst=0 name=7 leaf=1 (i)
        8 ImportStar module=0
        9 ReturnNone
        "##,
    );
}

#[test]
fn deletes_and_raises() {
    check(
        r##"
def f(a, b):
    global g
    del g, a.x, b[0]
    assert a, b
    raise a from b
"##,
        r##"
        <module> Module
        0 MakeFunction dst=0 index=0 base=1 (f)
        1 StoreGlobal src=0 name=0 (f)
        2 ReturnNone

        f Function
        0 DeleteGlobal name=0 (g)
        1 DeleteAttr obj=0 site=0 (x)
        2 Int dst=2 value=0
        3 DeleteItem obj=1 key=2
        4 JumpIfTrue src=0 offset=1 -> 6
        5 AssertionFailed src=1
        6 RaiseFrom exc=0 cause=1
        "##,
    );
}

#[test]
fn match_statement() {
    check(
        r##"
def f(v):
    match v:
        case 1: return 0
        case [a, *_] if a: return a
        case {"k": x}: pass
        case P(x=0) | None: pass
"##,
        r##"
        <module> Module
        0 MakeFunction dst=0 index=0 base=1 (f)
        1 StoreGlobal src=0 name=0 (f)
        2 ReturnNone

        f Function
        0 Move dst=3 src=0
        1 Int dst=4 value=1
        2 Compare op=Eq dst=4 a=3 b=4
        3 JumpIfFalse src=4 offset=2 -> 6
        4 Int dst=4 value=0
        5 Return src=4
        6 Move dst=5 src=3
        7 Int dst=6 value=1
        8 False dst=7
        9 LoadGlobal dst=4 name=0 ($match_sequence)
        10 Call dst=4 base=4 count=3
        11 JumpIfFalse src=4 offset=4 -> 16
        12 UnpackStar src=3 base=4 counts=1
        13 Move dst=1 src=4
        14 JumpIfFalse src=1 offset=1 -> 16
        15 Return src=1
        16 Const dst=5 index=0 ("k")
        17 BuildTuple dst=4 base=5 count=1
        18 Move dst=6 src=3
        19 Move dst=7 src=4
        20 LoadGlobal dst=5 name=1 ($match_mapping)
        21 Call dst=5 base=5 count=2
        22 JumpIfNone src=5 offset=3 -> 26
        23 Unpack src=5 base=8 count=1
        24 Move dst=2 src=8
        25 Jump offset=18 -> 44
        26 Move dst=5 src=3
        27 LoadGlobal dst=6 name=2 (P)
        28 Int dst=7 value=0
        29 Const dst=8 index=1 (("x"))
        30 LoadGlobal dst=4 name=3 ($match_class)
        31 Call dst=4 base=4 count=4
        32 JumpIfNone src=4 offset=5 -> 38
        33 Unpack src=4 base=9 count=1
        34 Int dst=10 value=0
        35 Compare op=Eq dst=10 a=9 b=10
        36 JumpIfFalse src=10 offset=1 -> 38
        37 Jump offset=6 -> 44
        38 None dst=11
        39 Is dst=11 a=3 b=11
        40 JumpIfFalse src=11 offset=3 -> 44
        41 Jump offset=2 -> 44
        42 Jump offset=1 -> 44
        43 Jump offset=0 -> 44
        44 ReturnNone
        "##,
    );
}

#[test]
fn annotations() {
    check(
        r##"
x: int = 1
class A:
    y: str
"##,
        r##"
        <module> Module
        0 BuildDict dst=0 base=0 count=0
        1 StoreGlobal src=0 name=0 (__annotations__)
        2 Int dst=0 value=1
        3 StoreGlobal src=0 name=1 (x)
        4 LoadGlobal dst=1 name=2 (int)
        5 LoadGlobal dst=2 name=0 (__annotations__)
        6 Const dst=3 index=0 ("x")
        7 SetItem obj=2 key=3 src=1
        8 LoadBuildClass dst=0
        9 MakeFunction dst=1 index=0 base=3 (A)
        10 Const dst=2 index=1 ("A")
        11 Call dst=0 base=0 count=2
        12 StoreGlobal src=0 name=3 (A)
        13 ReturnNone

        A Class
        0 LoadNamespace dst=0
        1 LoadName dst=1 ns=0 name=0 (__name__)
        2 StoreName ns=0 src=1 name=1 (__module__)
        3 Const dst=1 index=0 ("A")
        4 StoreName ns=0 src=1 name=2 (__qualname__)
        5 BuildDict dst=1 base=1 count=0
        6 StoreName ns=0 src=1 name=3 (__annotations__)
        7 LoadName dst=1 ns=0 name=4 (str)
        8 LoadName dst=2 ns=0 name=3 (__annotations__)
        9 Const dst=3 index=1 ("y")
        10 SetItem obj=2 key=3 src=1
        11 ReturnNone
        "##,
    );
}
