import dask

prices = [3, 5, 8, 13]

graph = {
    "prices": prices,
    "largest": (max, "prices"),
}

print("prices: ", dask.get(graph, "prices"))
print("largest:", dask.get(graph, "largest"))
