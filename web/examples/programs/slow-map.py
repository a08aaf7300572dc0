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

limits = [20_000, 30_000, 40_000, 50_000, 60_000, 70_000, 80_000, 90_000]
counts = [count_primes(limit) for limit in limits]

dask.compute(*counts)
