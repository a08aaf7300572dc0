//! The dask modules: Python objects that build task graphs.
