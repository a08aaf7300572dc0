# Keys made of passwords.
def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    "A key of a password and a salt, made slow to guess."
    if iterations < 1:
        raise ValueError("iteration value must be greater than 0.")
    block_size = new(hash_name).block_size
    if len(password) > block_size:
        password = new(hash_name, password).digest()
    password = bytes(password)
    password += bytes(block_size - len(password))
    inner = new(hash_name, bytes([byte ^ 0x36 for byte in password]))
    outer = new(hash_name, bytes([byte ^ 0x5C for byte in password]))

    def keyed(message):
        first, second = inner.copy(), outer.copy()
        first.update(message)
        second.update(first.digest())
        return second.digest()

    length = inner.digest_size if dklen is None else dklen
    if length < 1:
        raise ValueError("key length must be greater than 0.")
    key = b""
    block = 0
    while len(key) < length:
        block += 1
        last = keyed(bytes(salt) + block.to_bytes(4, "big"))
        mixed = int.from_bytes(last, "big")
        for _ in range(iterations - 1):
            last = keyed(last)
            mixed ^= int.from_bytes(last, "big")
        key += mixed.to_bytes(len(last), "big")
    return key[:length]


def scrypt(*args, **kwds):
    "Not offered here."
    raise NotImplementedError("hashlib.scrypt() is not supported here; use hashlib.pbkdf2_hmac()")


def file_digest(*args, **kwds):
    "Not offered here."
    raise NotImplementedError("hashlib.file_digest() is not supported here: there are no files")
