# Numbers and characters that are none.
# covers: wrong numbers
texts = ["x = 0777", "x = 08", "x = 00", "x = 007", "x = 1_", "x = 1__0", "x = _1", "x = 1_000", "x = 0x", "x = 0xg", "x = 0x1g", "x = 0b2", "x = 0b12", "x = 0b", "x = 0o8", "x = 0o18", "x = 0o", "x = 0_1", "x = 1e", "x = 1e+", "x = 1.5e", "x = 1.2.3", "x = 1..2", "x = 1.a", "x = 1a", "x = 1abc", "x = 1if y else 2", "x = 1or 2", "x = 1and 2", "x = 1in y", "x = 1is y", "x = 1else", "x = 5L", "x = 5l", "x = 1j2", "x = 1.5jk", "x = 0x1.5", "x = 1,000", "x = 1 000", "x = 1.000.000", "x = $5", "x = 5%", "x = 50% of y", "x = 5€", "x = ½", "x = ²", "x = 5²", "x = ∞", "x = π", "x = 5 × 3", "x = 5 − 3", "x = 6 ÷ 2", "x ≤ 5", "x = “a”", "x = ‘a’", "x = a…b", "x\u200b = 5", "x = 5\u00a0", "x = \x00", "x = ?", "x = !", "x = a!b", "x = `a`", "x = a\\b", "x = \\", "1st = 5", "2x = 10", "x-y = 5", "x y = 5", "my var = 5", "x! = 5", "x != 5", "x = 0B101", "x = 0XFF", "x = 1E5", "x = 1J", "x = .5.", "x = .", "x = ...", "x = ..", "x = -", "x = +5-", "x = 5 +", "x = * 5", "x = / 5", "x = 5 */ 3", "x = 5 // ", "x = 5 ** ** 3", "x = 5 % % 3", "x = 1 < > 2", "x = not", "x = is 5", "x = 5 is", "x = 5 not 3", "x = 5 not in", "x = in 5", "x = and 5", "x == ", "== x", "x = (5", "x = 5)", "😀 = 5", "x = 😀", "x = 5 # 😀", "é = 'ok'"]
for text in texts:
    try:
        compile(text, "t", "exec")
        print(f"{text!r}: fine")
    except SyntaxError as error:
        print(f"{text!r}: {error.msg}")
