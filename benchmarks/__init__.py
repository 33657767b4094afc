"""Measure Pembaca beside its peers. Needs the checkout: ``./run bench``, or ``python -m benchmarks`` with its packages."""
