//! Instructions of the main constructs. A listing that changes is looked at
//! line by line before it is accepted.

use super::compiled;

/// Compares without indentation.
pub(super) fn check(text: &str, expected: &str) {
    let code = compiled(text).expect("a program");
    let plain = |text: &str| {
        text.lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect::<Vec<_>>()
    };
    assert_eq!(plain(&code.to_string()).join("\n"), plain(expected).join("\n"));
}

#[test]
fn name_lookup() {
    check(
        r##"
def f(a):
    x = a
    del x
    return x + y
"##,
        r##"
        <module> Module
        0 MakeFunction dst=0 index=0 base=1 (f)
        1 StoreGlobal src=0 name=0 (f)
        2 ReturnNone

        f Function
        0 Move dst=1 src=0
        1 Unbind reg=1
        2 CheckBound reg=1 name=0 (x)
        3 LoadGlobal dst=3 name=1 (y)
        4 Add dst=2 a=1 b=3
        5 Return src=2
        "##,
    );
}

#[test]
fn loops_keep_what_is_bound() {
    check(
        r##"
def f(n):
    s = 0
    i = 0
    while i < n:
        i += 1
        s += i * i % 7
    return s
"##,
        r##"
        <module> Module
        0 MakeFunction dst=0 index=0 base=1 (f)
        1 StoreGlobal src=0 name=0 (f)
        2 ReturnNone

        f Function
        0 Int dst=1 value=0
        1 Int dst=2 value=0
        2 JumpUnlessLt a=2 b=0 offset=5 -> 8
        3 InPlaceInt op=Add dst=2 a=2 value=1
        4 Mul dst=4 a=2 b=2
        5 ModInt dst=3 a=4 value=7
        6 InPlaceAdd dst=1 a=1 b=3
        7 Loop offset=-6 -> 2
        8 Return src=1
        "##,
    );
}

#[test]
fn maybe_unbound() {
    check(
        r##"
def f(a):
    if a:
        x = 1
    for y in a:
        pass
    return x, x, y
"##,
        r##"
        <module> Module
        0 MakeFunction dst=0 index=0 base=1 (f)
        1 StoreGlobal src=0 name=0 (f)
        2 ReturnNone

        f Function
        0 JumpIfFalse src=0 offset=1 -> 2
        1 Int dst=1 value=1
        2 GetIter dst=3 src=0
        3 ForIter iter=3 dst=2 offset=1 -> 5
        4 Loop offset=-2 -> 3
        5 CheckBound reg=1 name=0 (x)
        6 Move dst=4 src=1
        7 Move dst=5 src=1
        8 CheckBound reg=2 name=1 (y)
        9 Move dst=6 src=2
        10 BuildTuple dst=3 base=4 count=3
        11 Return src=3
        "##,
    );
}

#[test]
fn tests_jump() {
    check(
        r##"
def f(a, b, c):
    if a < 1 and (b or not c) and 0 <= a <= b:
        return 1
    if a is None or b is not None:
        return 2
    return a in (1, 2)
"##,
        r##"
        <module> Module
        0 MakeFunction dst=0 index=0 base=1 (f)
        1 StoreGlobal src=0 name=0 (f)
        2 ReturnNone

        f Function
        0 JumpUnlessLtInt a=0 value=1 offset=7 -> 8
        1 JumpIfTrue src=1 offset=1 -> 3
        2 JumpIfTrue src=2 offset=5 -> 8
        3 Int dst=3 value=0
        4 JumpUnlessLe a=3 b=0 offset=3 -> 8
        5 JumpUnlessLe a=0 b=1 offset=2 -> 8
        6 Int dst=3 value=1
        7 Return src=3
        8 JumpIfNone src=0 offset=3 -> 12
        9 Jump offset=1 -> 11
        10 Jump offset=1 -> 12
        11 JumpIfNone src=1 offset=2 -> 14
        12 Int dst=3 value=2
        13 Return src=3
        14 Const dst=4 index=0 ((1, 2))
        15 In dst=3 a=0 b=4
        16 Return src=3
        "##,
    );
}

#[test]
fn values_of_tests() {
    check(
        r##"
def f(a, b):
    a = a and b or a
    return a < b < 3
"##,
        r##"
        <module> Module
        0 MakeFunction dst=0 index=0 base=1 (f)
        1 StoreGlobal src=0 name=0 (f)
        2 ReturnNone

        f Function
        0 Move dst=2 src=0
        1 JumpIfFalse src=2 offset=1 -> 3
        2 Move dst=2 src=1
        3 JumpIfTrue src=2 offset=1 -> 5
        4 Move dst=2 src=0
        5 Move dst=0 src=2
        6 Compare op=Lt dst=2 a=0 b=1
        7 JumpIfFalse src=2 offset=2 -> 10
        8 Int dst=3 value=3
        9 Compare op=Lt dst=2 a=1 b=3
        10 Return src=2
        "##,
    );
}

#[test]
fn calls() {
    check(
        r##"
f(1, *a)
f(a, k=b)
a.f(1, k=2)
f(**a, k=1)
last(1)
"##,
        r##"
        <module> Module
        0 LoadGlobal dst=0 name=0 (f)
        1 Int dst=3 value=1
        2 BuildList dst=1 base=3 count=1
        3 LoadGlobal dst=3 name=1 (a)
        4 ListExtend list=1 src=3
        5 None dst=2
        6 CallStar dst=0 base=0
        7 LoadGlobal dst=0 name=0 (f)
        8 LoadGlobal dst=1 name=1 (a)
        9 LoadGlobal dst=2 name=2 (b)
        10 CallKw dst=0 base=0 count=2
        11 Extra a=0 b=0 c=0 (k)
        12 LoadGlobal dst=0 name=1 (a)
        13 LoadMethod dst=0 obj=0 site=0 (f)
        14 Int dst=2 value=1
        15 Int dst=3 value=2
        16 CallMethodKw dst=0 base=0 count=2
        17 Extra a=0 b=0 c=0 (k)
        18 LoadGlobal dst=0 name=0 (f)
        19 BuildList dst=1 base=3 count=0
        20 BuildDict dst=2 base=2 count=0
        21 LoadGlobal dst=3 name=1 (a)
        22 DictMerge dict=2 src=3 callee=0
        23 Const dst=3 index=0 ("k")
        24 Int dst=4 value=1
        25 BuildDict dst=5 base=3 count=1
        26 DictMerge dict=2 src=5 callee=0
        27 CallStar dst=0 base=0
        28 LoadGlobal dst=0 name=3 (last)
        29 Int dst=1 value=1
        30 Call dst=0 base=0 count=1
        31 SetLast src=0
        32 ReturnNone
        "##,
    );
}

#[test]
fn unpacking() {
    check(
        r##"
def f(p):
    a, b = p
    a, b = b, a
    x, *y, (z.w, v[0]) = p
    return a
"##,
        r##"
        <module> Module
        0 MakeFunction dst=0 index=0 base=1 (f)
        1 StoreGlobal src=0 name=0 (f)
        2 ReturnNone

        f Function
        0 Unpack src=0 base=1 count=2
        1 Move dst=5 src=1
        2 Move dst=1 src=2
        3 Move dst=2 src=5
        4 UnpackStar src=0 base=5 counts=257
        5 Move dst=3 src=5
        6 Move dst=4 src=6
        7 Unpack src=7 base=8 count=2
        8 LoadGlobal dst=10 name=0 (z)
        9 StoreAttr obj=10 src=8 site=0 (w)
        10 LoadGlobal dst=10 name=1 (v)
        11 Int dst=11 value=0
        12 SetItem obj=10 key=11 src=9
        13 Return src=1
        "##,
    );
}

#[test]
fn subscripts() {
    check(
        r##"
def f(a, i):
    a[0] = a[i]
    a[i] += 1
    a.b += i
    return a[1:i, -1]
"##,
        r##"
        <module> Module
        0 MakeFunction dst=0 index=0 base=1 (f)
        1 StoreGlobal src=0 name=0 (f)
        2 ReturnNone

        f Function
        0 GetItem dst=2 obj=0 key=1
        1 Int dst=3 value=0
        2 SetItem obj=0 key=3 src=2
        3 GetItem dst=2 obj=0 key=1
        4 InPlaceInt op=Add dst=2 a=2 value=1
        5 SetItem obj=0 key=1 src=2
        6 LoadAttr dst=2 obj=0 site=0 (b)
        7 InPlaceAdd dst=2 a=2 b=1
        8 StoreAttr obj=0 src=2 site=1 (b)
        9 Int dst=5 value=1
        10 Move dst=6 src=1
        11 None dst=7
        12 BuildSlice dst=4 base=5
        13 Int dst=5 value=-1
        14 BuildTuple dst=3 base=4 count=2
        15 GetItem dst=2 obj=0 key=3
        16 Return src=2
        "##,
    );
}

#[test]
fn displays_and_constants() {
    check(
        r##"
[1, 2 * 3, -1]
{'a': (1, 2), **b}
{*a, 1}
(1 << 2) + 10 ** 2
10 ** 10 ** 8
"##,
        r##"
        <module> Module
        0 Int dst=1 value=1
        1 Int dst=2 value=6
        2 Int dst=3 value=-1
        3 BuildList dst=0 base=1 count=3
        4 BuildDict dst=1 base=1 count=0
        5 Const dst=2 index=0 ("a")
        6 Const dst=3 index=1 ((1, 2))
        7 DictInsert dict=1 key=2 src=3
        8 LoadGlobal dst=2 name=0 (b)
        9 DictUpdate dict=1 src=2
        10 Move dst=0 src=1
        11 BuildSet dst=1 base=1 count=0
        12 LoadGlobal dst=2 name=1 (a)
        13 SetUpdate set=1 src=2
        14 Int dst=2 value=1
        15 SetAdd set=1 src=2
        16 Move dst=0 src=1
        17 Int dst=1 value=10
        18 Int dst=2 value=100000000
        19 Binary op=Pow dst=0 a=1 b=2
        20 SetLast src=0
        21 ReturnNone
        "##,
    );
}

#[test]
fn closures() {
    check(
        r##"
def f(x, k=1, *, z: int = 2) -> str:
    def g():
        nonlocal x
        x += 1
        return x
    return [g() + i for i in k if i]
"##,
        r##"
        <module> Module
        0 Int dst=1 value=1
        1 Int dst=2 value=2
        2 BuildDict dst=3 base=3 count=0
        3 Const dst=4 index=0 ("z")
        4 LoadGlobal dst=5 name=0 (int)
        5 DictInsert dict=3 key=4 src=5
        6 Const dst=4 index=1 ("return")
        7 LoadGlobal dst=5 name=1 (str)
        8 DictInsert dict=3 key=4 src=5
        9 MakeFunction dst=0 index=0 base=1 (f)
        10 StoreGlobal src=0 name=2 (f)
        11 ReturnNone

        f Function
        0 MakeCell reg=0
        1 MakeCell reg=3
        2 Move dst=5 src=0
        3 MakeFunction dst=4 index=0 base=5 (g)
        4 StoreCell cell=3 src=4
        5 Move dst=7 src=3
        6 MakeFunction dst=5 index=1 base=7 (<listcomp>)
        7 GetIter dst=6 src=1
        8 Call dst=4 base=5 count=1
        9 Return src=4

        f.<locals>.g Function free(x)
        0 LoadClosure dst=0 index=0 (x)
        1 LoadCell dst=1 cell=0 name=0 (x)
        2 InPlaceInt op=Add dst=1 a=1 value=1
        3 StoreCell cell=0 src=1
        4 LoadCell dst=1 cell=0 name=0 (x)
        5 Return src=1

        f.<locals>.<listcomp> Comprehension free(g)
        0 LoadClosure dst=2 index=0 (g)
        1 BuildList dst=3 base=3 count=0
        2 ForIter iter=0 dst=1 offset=6 -> 9
        3 JumpIfFalse src=1 offset=4 -> 8
        4 LoadCell dst=5 cell=2 name=0 (g)
        5 Call dst=5 base=5 count=0
        6 Add dst=4 a=5 b=1
        7 ListAppend list=3 src=4
        8 Loop offset=-7 -> 2
        9 Return src=3
        "##,
    );
}

#[test]
fn classes() {
    check(
        r##"
@d
class A(B, m=M):
    """doc"""
    def f(self):
        return super().f() + self.__x
"##,
        r##"
        <module> Module
        0 LoadGlobal dst=0 name=0 (d)
        1 LoadBuildClass dst=1
        2 MakeFunction dst=2 index=0 base=4 (A)
        3 Const dst=3 index=0 ("A")
        4 LoadGlobal dst=4 name=1 (B)
        5 LoadGlobal dst=5 name=2 (M)
        6 CallKw dst=1 base=1 count=4
        7 Extra a=0 b=0 c=0 (m)
        8 Call dst=0 base=0 count=1
        9 StoreGlobal src=0 name=3 (A)
        10 ReturnNone

        A Class
        0 LoadNamespace dst=0
        1 MakeCell reg=1
        2 LoadName dst=2 ns=0 name=0 (__name__)
        3 StoreName ns=0 src=2 name=1 (__module__)
        4 Const dst=2 index=0 ("A")
        5 StoreName ns=0 src=2 name=2 (__qualname__)
        6 Const dst=2 index=1 ("doc")
        7 StoreName ns=0 src=2 name=3 (__doc__)
        8 Move dst=3 src=1
        9 MakeFunction dst=2 index=0 base=3 (f)
        10 StoreName ns=0 src=2 name=4 (f)
        11 Return src=1

        A.f Function free(__class__)
        0 LoadClosure dst=1 index=0 (__class__)
        1 LoadGlobal dst=3 name=0 (super)
        2 LoadCell dst=4 cell=1 name=1 (__class__)
        3 Move dst=5 src=0
        4 Call dst=3 base=3 count=2
        5 LoadMethod dst=3 obj=3 site=0 (f)
        6 CallMethod dst=3 base=3 count=0
        7 LoadAttr dst=4 obj=0 site=1 (_A__x)
        8 Add dst=2 a=3 b=4
        9 Return src=2
        "##,
    );
}

#[test]
fn generators() {
    check(
        r##"
def f(a):
    x = yield a
    yield from x
    return (i for i in a)
"##,
        r##"
        <module> Module
        0 MakeFunction dst=0 index=0 base=1 (f)
        1 StoreGlobal src=0 name=0 (f)
        2 ReturnNone

        f Function generator
        0 Yield dst=1 src=0
        1 GetIter dst=3 src=1
        2 YieldFrom dst=2 iter=3
        3 MakeFunction dst=3 index=0 base=5 (<genexpr>)
        4 GetIter dst=4 src=0
        5 Call dst=2 base=3 count=1
        6 Return src=2

        f.<locals>.<genexpr> Generator generator
        0 ForIter iter=0 dst=1 offset=2 -> 3
        1 Yield dst=2 src=1
        2 Loop offset=-3 -> 0
        3 ReturnNone
        "##,
    );
}
