# Rows as dicts: DictReader and DictWriter.
# covers: csv
import csv
import io

text = "name,age,city\nAnn,31,Oslo\nBob,28\nCy,40,Rome,extra,more\n\nDi,22,Bern\n"
reader = csv.DictReader(io.StringIO(text))
print(reader.fieldnames)
for row in reader:
    print(reader.line_num, row)

print(list(csv.DictReader(["1,2,3", "4"], fieldnames=["x", "y"], restkey="rest", restval="-")))
print(list(csv.DictReader(["a|b", "1|2"], delimiter="|")))
print(list(csv.DictReader([])), csv.DictReader([]).fieldnames)

out = io.StringIO()
writer = csv.DictWriter(out, fieldnames=["name", "total"], lineterminator="\n")
writer.writeheader()
print(writer.writerow({"name": "tea", "total": 3}))
writer.writerows([{"total": 5, "name": "a,b"}, {"name": "only"}])
print(out.getvalue())
try:
    writer.writerow({"name": "x", "extra": 1})
except ValueError as error:
    print("ValueError:", error)

out = io.StringIO()
writer = csv.DictWriter(out, ["a", "b"], restval="?", extrasaction="ignore")
writer.writerow({"a": 1, "c": 3})
print(repr(out.getvalue()))
by_city = {}
for row in csv.DictReader(io.StringIO("city,n\nOslo,1\nRome,2\nOslo,5\n")):
    by_city[row["city"]] = by_city.get(row["city"], 0) + int(row["n"])
print(by_city)
