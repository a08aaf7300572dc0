# Texts that do not end, and f-strings gone wrong.
# covers: unterminated string, wrong f-string
texts = ["x = 'abc", 'x = "abc', "x = 'it's'", "x = 'abc\ny'", "x = '''abc", 'x = """abc\ny', "print('hello)", 'print("hello)', "x = 'a' 'b", "'\\", "f'{x'", "f'{'", "f'}'", "f'{}'", "f'{ }'", "f'{x!}'", "f'{x!z}'", "f'{x!rr}'", "f'{x:{y}'", "f'{x}}'", "f'{{x}'", "f'{x y}'", "f'{x +}'", "f'{x = 1}'", "f'{x:='", "f'{if}'", "f'{def}'", "f'{1:d'", "f'{a[}'", "f'{a(}'", "f'{(}'", "f'{)}'", "f'{a;b}'", "f'{#}'", "f'{a\\n}'", "f'{\\}'", "f'{*}'", "f'{lambda x: x}'", "f'{yield}'", "f'{a b c}'", "f'{\"a\" \"b\"}'", "f'{5 = }'",
         "b'é'", "b'a' 'b'", "'a' b'b'", "f'a' b'b'", "'\\x'", "'\\x1'", "'\\u123'", "'\\U1234567'", "'\\N'", "x = 'a''", "x = ''''a'''", "'a' = 'b'", "print 'a'", "x = 'a' + ", "x = \"a' + 'b\"c", "u'a' b'b'", "f'{x:{y:{z}}}'.x y", "rb'é'", "f''{x}", "ff'a'", "x'a'", "f'{x!s:>{10}}' 5"]
for text in texts:
    try:
        compile(text, "t", "exec")
        print(f"{text!r}: fine")
    except SyntaxError as error:
        print(f"{text!r}: {error.msg} (line {error.lineno})")
