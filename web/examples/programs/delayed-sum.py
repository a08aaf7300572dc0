import dask

prices = [3, 5, 8, 13]

total = dask.delayed(sum)(prices)

graph = dict(total.__dask_graph__())
key = next(iter(graph))

print(graph)
print("by key:    ", dask.get(graph, key))
print("by compute:", total.compute())
