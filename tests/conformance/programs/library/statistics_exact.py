# Statistics of integers, fractions and decimals stay exact; those of floats are rounded once.
# covers: statistics
import statistics as st
from decimal import Decimal as D
from fractions import Fraction as F

decimals = [D("27.5"), D("30.25"), D("30.25"), D("34.5"), D("41.75")]
fractions = [F(1, 6), F(1, 2), F(5, 3), F(7, 4)]
floats = [2.75, 1.75, 1.25, 0.25, 0.5, 1.25, 3.5]
for data in [[1, 2, 3, 4, 4], decimals, fractions, floats, [True, False, True], [10**20, 10**20 + 1], [1, F(1, 2)], [0.5, F(1, 3)]]:
    print(st.mean(data), st.median(data), st.variance(data), st.pvariance(data), repr(st.stdev(data)), repr(st.pstdev(data)))
print(st.mean([1e30, 1, 3, -1e30]), st.fmean([1, 2, 4]), st.fmean([90, 80], weights=[1, 3]), st.mean([float("inf"), 1]))
print(st.harmonic_mean([40, 60]), st.harmonic_mean([40, 60], weights=[5, 30]), st.harmonic_mean([D(40), D(60)]), round(st.geometric_mean([54, 24, 36]), 9))
print(st.median_low([1, 3, 5, 7]), st.median_high([1, 3, 5, 7]), st.median_grouped([52, 52, 53, 54]), st.median_grouped([1, 3, 3, 5, 7], interval=2))
print(st.mode("abracadabra"), st.multimode([1, 1, 2, 2, 3]), st.multimode([]))
print(st.quantiles(range(1, 11)), st.quantiles(decimals, n=3), st.quantiles([1, 2, 3], n=4, method="inclusive"))
print(st.variance(decimals, st.mean(decimals)), st.stdev([1, 2, 3, 4], 2.5))
print(st.covariance([1, 2, 3], [2, 4, 7]), st.correlation([1, 2, 3], [1, 2, 3]), st.linear_regression([1, 2, 3], [3, 5, 7]))
for action in [
    lambda: st.mean([]),
    lambda: st.median([]),
    lambda: st.mode([]),
    lambda: st.stdev([1]),
    lambda: st.mean(["a", "b"]),
    lambda: st.harmonic_mean([-1, 2]),
    lambda: st.harmonic_mean(["a"]),
    lambda: st.geometric_mean([0, 1]),
    lambda: st.fmean([1, 2], [1]),
    lambda: st.quantiles([1]),
    lambda: st.quantiles([1, 2], n=0),
    lambda: st.correlation([1, 1], [1, 2]),
    lambda: st.correlation([1], [1, 2]),
    lambda: st.linear_regression([2, 2], [1, 2]),
]:
    try:
        print(action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
