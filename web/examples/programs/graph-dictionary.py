import dask

prices = [3, 5, 8, 13]

graph = {
    "prices": prices,
    "largest": (max, "prices"),
}
