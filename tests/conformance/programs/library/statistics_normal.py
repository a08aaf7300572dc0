# The normal distribution as an object: probabilities, quantiles, arithmetic.
# covers: statistics
from statistics import NormalDist, StatisticsError

sat = NormalDist(1060, 195)
print(sat, sat.mean, sat.median, sat.mode, sat.stdev, sat.variance)
print(round(sat.cdf(1200), 9), round(sat.pdf(1060), 9), round(sat.inv_cdf(0.9), 6), sat.zscore(1255))
print([round(q) for q in sat.quantiles(n=10)], [round(NormalDist().inv_cdf(p), 9) for p in (1e-9, 0.01, 0.3, 0.5, 0.975, 1 - 1e-6)])
print(sat + 10, sat * 2, sat - 60, sat / 5, -sat, +sat, 2 * sat, 100 - sat)
print(NormalDist(1, 3) + NormalDist(2, 4), NormalDist(1, 3) - NormalDist(2, 4), NormalDist(1, 2) == NormalDist(1.0, 2.0))
print(round(NormalDist(2.4, 1.6).overlap(NormalDist(3.2, 2.0)), 9), round(NormalDist(0, 1).overlap(NormalDist(1, 1)), 9))
print(NormalDist.from_samples([1, 2, 3, 4, 5]), len({NormalDist(1, 2), NormalDist(1, 2)}))
print([round(x, 6) for x in NormalDist(5, 2).samples(4, seed=42)], NormalDist())
for action in [
    lambda: NormalDist(0, -1),
    lambda: NormalDist().inv_cdf(1),
    lambda: NormalDist(0, 0).cdf(1),
    lambda: NormalDist(0, 0).pdf(1),
    lambda: NormalDist().overlap(5),
]:
    try:
        print(action())
    except (StatisticsError, TypeError) as error:
        print(type(error).__name__, error)
