from collections import namedtuple
class P:
    __match_args__=("x","y")
    def __init__(self,x,y): self.x=x; self.y=y
def f(v):
    match v:
        case 0: return "zero"
        case int(n) if n>100: return f"big {n}"
        case bool() | int(): return "int"
        case str(s): return "str "+s
        case []: return "empty"
        case [x]: return f"one {x}"
        case [x,y]: return f"two {x} {y}"
        case [x,*rest]: return f"many {x} {rest}"
        case {"k": val, **rest}: return f"map {val} {rest}"
        case {"a": {"b": [1, z]}}: return z
        case P(0, y): return f"P0 {y}"
        case P(x=a, y=P(b, c)): return f"PP {a} {b} {c}"
        case P(): return "P"
        case None: return "none"
        case float() as q: return q
        case set(): return "set"
        case _: return "other"
for v in [0,1,1000,True,"a",[],[1],(1,2),[1,2,3],range(5),{"k":1,"z":2},{"a":{"b":[1,7]}},P(0,5),P(1,P(2,3)),P(1,1),None,1.5,{1},b"x",{}]:
    print(f(v))
class Q: __match_args__=("a",)
def g(v):
    match v:
        case Q(1,2): return 1
def t(f,*a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e)
t(g,Q())
def g(v):
    match v:
        case Q(1): return 1
    return "no attr"
t(g,Q())
def g(v):
    match v:
        case int(1,2): return 1
t(g,1)
def g(v):
    match v:
        case t(1): return 1
t(g,1)
def g(v):
    match v:
        case Q(1,a=1): return 1
q=Q(); q.a=1
t(g,q)
print({"b","a","c"}=={"a","b","c"}, {1,2,3,10,20}, {100,4,33,2}, {5,"x"}=={5,"x"}, {*[3,1],2})
s={9,1,17,33}; s|={2,25,41}; print(s, s.copy(), s|{7}, frozenset(s))
