//! Typed n-dimensional arrays: the kernels behind numpy and dask.array blocks.
