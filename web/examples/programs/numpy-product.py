import numpy as np

lengths = np.arange(1, 5)
factors = np.array([0.5, 0.25, 2.0, 4.0])

lengths * factors
