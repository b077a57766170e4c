"""The sample files are what make_samples.py writes, so that a change of the company reaches every layout."""
import sys

import make_samples

sys.exit(make_samples.main())
