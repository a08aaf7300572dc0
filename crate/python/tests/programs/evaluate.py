def t(f,*a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e)
class V:
    __slots__=('a','b','__p')
    z=3
    def s(self): self.__p=1; return self.__p
v=V(); v.a=1; print(v.s())
t(setattr,v,'c',1); t(setattr,v,'z',1); t(lambda: v.b); t(lambda: v.__dict__)
class W(V): pass
w=W(); w.q=1; print(w.q, w.__dict__)
class X(V): __slots__='k'
x=X(); x.k=x.a=2; t(setattr,x,'n',1)
def mk():
    class Y:
        __slots__=('m',)
        m=1
t(mk)
def f():
    try:
        exec("def g(:\n pass")
    except SyntaxError as e: print(e, e.offset)
f()
exec("""
import math
def area(r): return math.pi*r*r
class Shape:
    n=0
    def __init__(self): Shape.n+=1
""")
print(round(area(2),2), Shape(), Shape.n) if False else print(round(area(2),2), Shape().n)
def outer(n):
    k=n+1
    def inner(): return k
    return sorted(locals()), eval("n+k"), [eval("q") for q in [1]]
t(outer,3)
class Q:
    a=1
    exec("b=a+1")
    c=eval("a+b") if 'b' in dir() else None
print(Q.b, Q.c)
l={}; exec("z=1\nw=[i for i in range(3)]", {}, l); print(l)
c=compile("a=5\nb=a*2","f.py","exec"); d={}; exec(c,d); print(d['b'])
print(eval(compile("3+4","f","eval")), eval(b"1+1"), eval("  7 "))
t(lambda: eval("zzz")); t(lambda: exec("1/0")); t(lambda: eval("a=1"))
print(dir()[:2] if False else 'dir' , sorted(n for n in dir() if n in ('f','ns','outer')))
