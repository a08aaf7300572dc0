# A digest grows by update(), splits by copy(), and refuses text.
# covers: hashlib
import hashlib

h = hashlib.sha256()
for part in [b"Nobody ", b"inspects", b"", b" the spammish repetition"]:
    h.update(part)
print(h.hexdigest())
print(h.hexdigest() == hashlib.sha256(b"Nobody inspects the spammish repetition").hexdigest())

fork = h.copy()
fork.update(b"!")
print(fork.hexdigest() == h.hexdigest(), fork.name, fork.digest_size)
print(repr(h)[:29])

chain = b"genesis"
for block in range(3):
    chain = hashlib.sha1(chain + str(block).encode()).digest()
    print(block, chain.hex())


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


attempt(lambda: hashlib.sha256("text"))
attempt(lambda: h.update("text"))
attempt(lambda: hashlib.md5(5))
attempt(lambda: hashlib.new("sha257"))
attempt(lambda: hashlib.new("SHA256").name)
attempt(lambda: h.update())
attempt(lambda: h.digest(5))
attempt(lambda: hashlib.blake2b(digest_size=65))
attempt(lambda: hashlib.blake2s(key=b"k" * 33))
