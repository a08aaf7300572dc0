import numpy as np
import dask.array as da

lengths = da.arange(1, 5, chunks=1)
factors = da.from_array(np.array([0.5, 0.25, 2.0, 4.0]), chunks=1)

product = lengths * factors
product.compute()
