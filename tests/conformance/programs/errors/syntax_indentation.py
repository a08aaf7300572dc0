# Wrong indentation, in all its forms.
# covers: wrong indentation
texts = ["  x = 1", "x = 1\n  y = 2", "if x:\npass", "if x:\n    a\n  b", "def f():\nreturn 1", "class A:\nx = 1", "for i in x:\nprint(i)", "while x:\ny", "try:\nx\nexcept: pass", "try:\n  x\nexcept:\ny", "try:\n  x\nfinally:\ny", "with x:\ny", "if x:\n  a\nelse:\nb", "if x:\n  a\nelif y:\nb", "def f():\n    x\n   y", "def f():\n  x\n    y", "if x:\n\ta\n        b", "if x:\n        a\n\tb", "match x:\ncase 1: pass", "match x:\n  case 1:\n  pass",
         "def f():", "class A:", "if x:", "for i in x:", "try:", "else:", "if x:\n  a\n else:\n  b", "def f():\n  '''doc'''\n   x", "x = [\n1,\n  2]\n y", "if x:\n  # only a comment\ny", "def f(): pass\n  x", "  # comment\nx = 1", "if 1:\n    if 2:\n    x", "if x: a\n  b", "class A:\n  def f(self):\n  pass", "for i in x:\n    a\n  else:\n    b", "if a:\n b\n  c", "try:\n  a\n except: b", "with a as b:\nc", "finally:\n  x", "except:\n  x", "    return 5", "elif x:\n  y"]
for text in texts:
    try:
        compile(text, "t", "exec")
        print(f"{text!r}: fine")
    except SyntaxError as error:
        print(f"{text!r}: {type(error).__name__}: {error.msg} (line {error.lineno})")
