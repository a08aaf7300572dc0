# A sum whose steps make garbage in native code only.
sum(range(10**14))
