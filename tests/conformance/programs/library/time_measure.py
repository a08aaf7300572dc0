# Measuring durations, and clocks that only go forward.
# covers: time
import time
from contextlib import contextmanager


@contextmanager
def timer(name, log):
    start = time.perf_counter()
    try:
        yield
    finally:
        log[name] = time.perf_counter() - start


log = {}
with timer("nap", log):
    time.sleep(0.01)
with timer("nothing", log):
    pass
print(sorted(log), log["nap"] >= 0.01, log["nothing"] < log["nap"], 0 <= log["nothing"])

for clock in (time.monotonic, time.perf_counter, time.monotonic_ns, time.perf_counter_ns):
    readings = [clock() for _ in range(50)]
    print(clock.__name__, readings == sorted(readings), type(readings[0]).__name__)
start = time.perf_counter_ns()
time.sleep(0.002)
print((time.perf_counter_ns() - start) // 1_000_000 >= 2, time.time_ns() // 10**9 - int(time.time()) in (0, -1, 1))

now = time.gmtime()
print(now.tm_year >= 2024, now == time.struct_time(tuple(now)), 0 <= now.tm_wday < 7, 1 <= now.tm_yday <= 366)
print(time.strftime("%Y", now) == str(now.tm_year), time.mktime(time.gmtime(86400 * 365)), time.strftime("%H:%M:%S", time.gmtime(3725)))
time.sleep(0)
try:
    time.sleep("1")
except TypeError as error:
    print(error)
print(time.perf.counter())
