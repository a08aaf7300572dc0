# All ways to write a text.
# covers: strings, repr of strings
print('single', "double", """triple""", '''also
over lines''', "a" 'b' "c", "tab\tend", 'it\'s', "say \"x\"")
print("\x41\u0042\U00000043\103\u2022", "\a\b\f\v\0".encode(), "\\", r"\n\t\\", R"raw\"q", "\101\7".encode())
print("line one \
continued", len("a\
b"), "new\nline")
print(repr("it's"), repr('say "x"'), repr("both ' and \""), repr("\n\t\r\\"), repr("\x00\x1f\x7f\x80\xa0\xad"), repr("é日😀"), repr("\u200b\ufeff\ue000"))
print(ascii("é日😀"), ascii("a\n"), repr(""), repr(" "))
print(b"bytes", b'\x00\xff', rb"\x", Rb"a" b"b", b"\"'", b"""triple
bytes""")
print(u"unicode", U"upper", f"{1}{'a'}" "b" f"{2}", "implicit " f"{'join'}")
print(len("日本"), len("😀"), "😀"[0], "日本"[::-1], [c for c in "aé😀"], "é" == "e\u0301", len("e\u0301"))
print("""
  indented
    more
""".strip().splitlines())
print("%" "d" % 5, "a" "b" * 2, ("a"
      "b"), "x" == 'x' == """x""")
for text in ["'abc", '"abc', "'''abc", "b'é'", "'\\x4'", "'\\u12'", "'\\N{NOPE}'", "b'a' 'b'", "'a' b'b'", "'\\U00110000'", "f'{'", "f'}'", "f'{}'", "f'{a b}'", "f'{a!x}'", "f'{!r}'", "f'{lambda x: 1}'", "b'\\x4'", "ur'a'"]:
    try:
        print(text, repr(eval(text)))
    except SyntaxError as error:
        print(text, "->", error.msg)
print("{{}}".format(), '{' '}')
