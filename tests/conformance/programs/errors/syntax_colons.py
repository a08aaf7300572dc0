# Statements without their colon.
# covers: missing colon
texts = """if x
if x:
if x print(1)
elif x:
else
while True
while True print(1)
for i in range(3)
for i in range(3) print(i)
def f()
def f() return 1
def f
def f(x
class A
class A()
class A: pass
try
try:
except
except:
finally
with open
with a as b
lambda x
lambda x: x
match 5
match = 5
case 5
if x == 1 else 2
if True: else: pass
for x in
for in x:
for x y in z:
while:
if:
def:
def f(): return
class:
def f(a, b) -> int
def 5():
class 5:
with:
if x = 5:
while x = 5:
elif x = 5:
if x and:
for i range(3):
for i in range(3):: pass
else if x:
if x then y""".splitlines()
for text in texts:
    try:
        compile(text + "\n", "t", "exec")
        print(f"{text!r}: fine")
    except SyntaxError as error:
        print(f"{text!r}: {type(error).__name__}: {error.msg} (line {error.lineno})")
