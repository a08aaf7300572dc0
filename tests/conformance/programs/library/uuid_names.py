# UUIDs of names, and random ones by what is sure about them.
# covers: uuid
import uuid

print(uuid.uuid3(uuid.NAMESPACE_DNS, "python.org"))
print(uuid.uuid5(uuid.NAMESPACE_DNS, "python.org"))
print(uuid.uuid5(uuid.NAMESPACE_URL, "https://dask.org/é").version)
print(uuid.NAMESPACE_DNS, uuid.NAMESPACE_URL, uuid.NAMESPACE_OID, uuid.NAMESPACE_X500, sep="\n")
mine = uuid.uuid5(uuid.NAMESPACE_X500, "me")
print(uuid.uuid5(mine, "a") == uuid.uuid5(mine, "a"), uuid.uuid5(mine, "a") == uuid.uuid5(mine, "b"))

some = [uuid.uuid4() for _ in range(200)]
print(len(set(some)), {u.version for u in some}, {u.variant for u in some}, {len(str(u)) for u in some})
print(all(str(u)[14] == "4" and str(u)[19] in "89ab" for u in some))
timed = uuid.uuid1()
print(timed.version, timed.variant, timed.node == uuid.uuid1().node, uuid.uuid1(node=5, clock_seq=3).clock_seq)
try:
    uuid.uuid3("dns", "name")
except AttributeError as error:
    print(error)
