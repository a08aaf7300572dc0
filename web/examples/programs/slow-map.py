import dask

@dask.delayed
def count_primes(limit):
    primes = []
    for n in range(2, limit):
        for p in primes:
            if p * p > n:
                primes.append(n)
                break
            if n % p == 0:
                break
        else:
            primes.append(n)
    return len(primes)

limits = range(20_000, 100_000, 10_000)
counts = [count_primes(limit) for limit in limits]

dask.compute(*counts)
