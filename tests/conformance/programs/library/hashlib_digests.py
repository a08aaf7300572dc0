# Digests of hashlib: every algorithm, its sizes and its name.
# covers: hashlib
import hashlib

for name in sorted(hashlib.algorithms_guaranteed):
    h = hashlib.new(name, b"abc")
    length = () if h.digest_size else (12,)
    print(f"{name:10} {h.name:10} {h.digest_size:3} {h.block_size:4} {h.hexdigest(*length)}")
print(hashlib.md5().hexdigest())
print(hashlib.sha256(b"abc").digest())
print(hashlib.sha1("héllo".encode()).hexdigest())
print(hashlib.sha512(bytearray(b"x" * 1000)).hexdigest()[:32])
print(hashlib.shake_128(b"abc").hexdigest(40))
print(hashlib.blake2b(b"abc", digest_size=8).hexdigest())
print(hashlib.blake2s(b"abc", key=b"secret", salt=b"salt", person=b"me", digest_size=16).hexdigest())
print(hashlib.sha256(b"a", usedforsecurity=False).hexdigest() == hashlib.sha256(string=b"a").hexdigest())
print(hashlib.algorithms_guaranteed <= hashlib.algorithms_available)
print(hashlib.pbkdf2_hmac("sha256", b"password", b"salt", 3).hex())
print(hashlib.pbkdf2_hmac("sha1", b"password", b"salt", 2, 25).hex())
print(int(hashlib.sha256(b"bucket").hexdigest(), 16) % 16)
