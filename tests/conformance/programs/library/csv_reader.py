# Rows read by csv.reader: quotes, delimiters, escapes and line ends.
# covers: csv
import csv
import io

print(list(csv.reader(["a,b,c", '1,"2,3",4', 'x,"y ""q""",z'])))
print(list(csv.reader(io.StringIO('name,text\n1,"more\nlines"\n'))))
print(list(csv.reader("a b c\nd e f".splitlines(), delimiter=" ")))
print(list(csv.reader(["'a;x';'b'"], delimiter=";", quotechar="'")))
print(list(csv.reader(["1,2,'x'"], quoting=csv.QUOTE_NONNUMERIC, quotechar="'")))
print(list(csv.reader(["a, b,  c", 'd, "e,f"'], skipinitialspace=True)))
print(list(csv.reader(["a\\,b,c"], escapechar="\\")))
print(list(csv.reader(['"a\\"b",c'], escapechar="\\", doublequote=False)))
print(list(csv.reader(['"a"b,c', '"abc'])))
print(list(csv.reader(["", "a", ""])))
print(list(csv.reader(['a,"b,c'], quoting=csv.QUOTE_NONE)))
print(list(csv.reader(["a\r\n", "b\n", "c\r"])))
print(list(csv.reader(['a,"b\n', 'c",d'])))
print(list(csv.reader(["a\tb"], "excel-tab")))
print(list(csv.reader("a,b\nc,d")))

rows = csv.reader(["a,b", '"c', 'd",e', "f"])
for row in rows:
    print(rows.line_num, row)

table = """name;price;amount
tea;2.50;3
"coffee; black";4.20;2
"""
lines = list(csv.reader(table.splitlines(), delimiter=";"))
print(sum(float(price) * int(amount) for _, price, amount in lines[1:]))
