# recursion and natives with gc churn
import functools, itertools
class N:
    def __init__(self,v): self.v=[v]*3
    def __lt__(self,o):
        t=[i for i in range(3)]
        return sum(self.v)+len(t) < sum(o.v)+len(t)
    def __eq__(self,o):
        t=[str(i) for i in range(3)]
        return isinstance(o,N) and self.v==o.v
    def __hash__(self):
        t=[str(i) for i in range(3)]
        return hash(tuple(self.v))
    def __add__(self,o):
        for _ in range(2): pass
        return N(self.v[0]+(o.v[0] if isinstance(o,N) else o))
    __radd__=__add__
    def __repr__(self):
        for _ in range(2): pass
        return 'N(%d)'%self.v[0]
    def __str__(self):
        for _ in range(2): pass
        return 'n'+str(self.v[0])
    def __format__(self,s):
        for _ in range(2): pass
        return 'f'+str(self.v[0])+s
    def __len__(self):
        for _ in range(2): pass
        return self.v[0]
    def __bool__(self):
        for _ in range(2): pass
        return self.v[0]>0
    def __iter__(self):
        for i in range(self.v[0]): yield N(i)
    def __getitem__(self,k):
        for _ in range(2): pass
        return N(k)
    def __contains__(self,k):
        for _ in range(2): pass
        return k==self.v[0]
    def __index__(self):
        for _ in range(2): pass
        return self.v[0]
    def __call__(self,*a,**k):
        for _ in range(2): pass
        return N(len(a)+len(k))
    def __enter__(self):
        for _ in range(2): pass
        return N(1)
    def __exit__(self,*a):
        for _ in range(2): pass
    def __getattr__(self,n):
        for _ in range(2): pass
        if n.startswith('_'): raise AttributeError(n)
        return N(len(n))
def key(x):
    for _ in range(2): pass
    return N(-x.v[0])
L=[N(i*7%11) for i in range(11)]
print(sorted(L), sorted(L,key=key), sorted(L,reverse=True), min(L), max(L,key=key), sum(L,N(0)))
print({n:str(n) for n in L}, {n for n in L}=={N(i) for i in range(11)}, N(3) in L, L.index(N(3)), L.count(N(3)))
d={}
for n in L+L: d[n]=d.get(n,N(0))+1
print(d, d.pop(N(3)), d.setdefault(N(3),N(9)), list(d.items())[:3])
print(f"{N(3)} {N(4)!r} {N(5):>3}", "%s %r" % (N(1),N(2)), "{} {!r} {:x}".format(N(1),N(2),N(3)), str([N(1),{N(2):N(3)},(N(4),)]))
print(list(map(lambda a,b: a+b, L, L)), list(filter(None,L)), list(zip(N(3),N(4))), list(enumerate(N(3))), [*N(3)], (*N(2),*N(3)))
a,*b,c=N(5); print(a,b,c)
print(N(5)(*N(3),**{str(k):k for k in N(3)}))
print(functools.reduce(lambda a,b:a+b,N(6)), list(itertools.accumulate(N(5),lambda a,b:a+b)), list(itertools.chain(N(2),N(3))))
with N(3) as w, N(4) as z: print(w,z)
print(list(range(10))[N(2):N(8):N(2)], 'abcdef'[N(1)], [1,2,3]*N(2), hex(N(255)))
print(any(x for x in N(5)), all(N(5)), dict(zip(N(3),map(str,N(3)))), set(N(4))|set(N(6)), set(N(4))&set(N(6)), frozenset(N(3)))
x=[N(3),N(1),N(2)]; x.sort(); x.extend(N(2)); x[1:2]=N(3); x+=list(N(1)); x.insert(N(0),N(9)); print(x, x==list(x), x<[N(99)])
class E(Exception):
    def __init__(s,*a):
        for _ in range(2): pass
        super().__init__(*[N(i) for i in range(2)])
    def __str__(s):
        for _ in range(2): pass
        return f"E{s.args}"
try: raise E(1) from E(2)
except E as e: print(e, e.__cause__)
def gen():
    try:
        r=yield N(1)
        print('r',r)
        r=yield from sub()
        print('r2',r)
    finally:
        for _ in range(2): pass
        print('fin')
def sub():
    try: r=yield N(2)
    except E as e: print('caught',e); yield N(8)
    return N(3)
g=gen(); print(next(g), g.send(N(7)), g.throw(E(5))); print(list(g))
class B: x=N(5); y=property(lambda s: N(6))
print(B().x, B().y, getattr(B(),'q',N(7)), vars(B()), N(1).foo, hasattr(N(1),'bar'))
class Sub(list):
    def append(self,v):
        for _ in range(2): pass
        super().append(N(v))
s=Sub(); s.append(3); s.append(4); print(s,len(s),s[0])
print(max(N(5),key=lambda n:[n for _ in range(2)] and n.v), min((N(i) for i in range(4))), sum(n.v[0] for n in N(4)))
print(' '.join(str(n) for n in N(4)), print(*N(3),sep='-'), round(3.7), divmod(N(7).v[0],2))
print(eval("[N(i) for i in range(3)]"), exec("q=[N(i) for i in range(3)]"), q)
import copy
print(copy.deepcopy({'a':[N(1),N(2)]}) , copy.copy([N(1)]))
match N(2).v:
    case [a,b,*c]: print(a,b,c)
from collections import defaultdict, Counter, deque, OrderedDict, namedtuple
dd=defaultdict(lambda: [N(0) for _ in range(2)]); dd[N(1)].append(N(2)); print(dict(dd))
print(Counter(map(str,L)).most_common(2), deque(N(3)), sorted(Counter(n.v[0]%3 for n in L).items()))
P=namedtuple('P','a b'); print(P(N(1),b=N(2)), P(*N(2))._asdict())
print(sorted([(N(2),1),(N(1),2)]), [N(1),N(2)]<[N(1),N(3)], (N(1),)==(N(1),))
from itertools import groupby, product, permutations, combinations, islice, starmap, takewhile, dropwhile, zip_longest
print([(k,list(v)) for k,v in groupby(sorted(L,key=lambda n:n.v[0]),key=lambda n:N(n.v[0]//4))])
print(list(product(N(2),N(2))), list(permutations(N(3),2))[:3], list(islice(N(9),2,6,2)), list(starmap(lambda a,b:a+b,zip(N(2),N(2)))), list(takewhile(lambda n:n.v[0]<3,N(9))), list(zip_longest(N(1),N(3))))
@functools.lru_cache
def fib(n): return n if n<2 else fib(n-1)+fib(n-2)
print(fib(30)); p=functools.partial(lambda a,b,c: [a,b,c], N(1), c=N(2)); print(p(N(3)))
@functools.total_ordering
class T:
    def __init__(s,v): s.v=v
    def __eq__(s,o): return s.v==o.v
    def __lt__(s,o):
        for _ in range(2): pass
        return s.v<o.v
print(T(1)<=T(2), T(3)>=T(2), sorted([T(3),T(1)])[0].v)
class R:
    def __radd__(self, o): return ('radd', o)
    def __iter__(self): return iter([1])
x = [0]
x += R()
print(x)
