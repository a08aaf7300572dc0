# IndexError: beyond the end, of each sequence.
# covers: IndexError
for text in ["[1, 2][2]", "[1, 2][-3]", "[][0]", "(1,)[1]", "'abc'[3]", "''[0]", "b'a'[1]", "range(3)[3]", "bytearray(b'')[0]", "[].pop()", "[1].pop(1)", "[1].pop(-2)", "[[1]][0][1]", "[1, 2][10**20]", "'abc'[-4]", "(1, 2)[True + 1]", "[].pop(0)", "bytearray().pop()", "[1, 2][2:5]", "'abc'[10:]"]:
    try:
        print(text, "=", eval(text))
    except IndexError as error:
        print(text, "->", error)
for text in ["x = [1]; x[1] = 2", "x = [1]; del x[1]", "x = [1]; x[-2] = 2", "x = bytearray(b'a'); x[1] = 2", "x = [1]; x[1:] = [2]; print(x)", "x = []; x[0] += 1"]:
    try:
        exec(text)
    except IndexError as error:
        print(text, "->", error)
matrix = [[1, 2], [3, 4]]
for row in range(2):
    for column in range(3):
        print(matrix[row][column])
