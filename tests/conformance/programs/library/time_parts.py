# The parts of a time: gmtime, struct_time, strftime, strptime, mktime.
# covers: time
import time

start = time.gmtime(0)
print(start)
print(start.tm_year, start.tm_yday, start[3], start[:3], len(start), start == tuple(start), start.tm_zone)
print(time.asctime(start), "|", time.ctime(10**9), "|", time.gmtime(-1.5)[:6], time.localtime(86400)[:3])
print(time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(1_700_000_000)))
print(time.strftime("%a %A %b %B %d %e %I %p %j %U %W %w %u %V %G %y %Z %z %% %D %T %R", time.gmtime(1_709_210_000)))
print(time.strptime("29 Feb 2024 13:45", "%d %b %Y %H:%M"))
print(time.mktime(time.strptime("2024-02-29", "%Y-%m-%d")), time.mktime((2023, 14, 31, 25, 0, 0, 0, 0, 0)))
print(time.struct_time((2024, 2, 29, 1, 2, 3, 3, 60, 0)).tm_min, time.struct_time.n_fields, time.tzname, time.timezone)
year, month, day, *_ = time.gmtime(951_782_400)
print(year, month, day)

clocks = [time.time, time.monotonic, time.perf_counter, time.process_time]
print([type(clock()).__name__ for clock in clocks], [type(clock()).__name__ for clock in [time.time_ns, time.monotonic_ns]])
before = time.perf_counter()
time.sleep(0.002)
print(time.perf_counter() - before >= 0.002, time.time() > 1.7e9)

for action in [
    lambda: time.sleep(-1),
    lambda: time.gmtime("now"),
    lambda: time.gmtime(1e20),
    lambda: time.strftime("%Y", (2024, 2, 29)),
    lambda: time.strftime("%Y", (2024, 13, 1, 0, 0, 0, 0, 0, 0)),
    lambda: time.strptime("today", "%d"),
    lambda: time.struct_time((1, 2)),
    lambda: start.tm_day,
]:
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
