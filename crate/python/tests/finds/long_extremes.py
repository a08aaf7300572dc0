# A native loop without an end in sight.
max(range(10**14))
