"""What is measured: speed as a share of a peer in the same run, and quality against annotated documents.

``python -m benchmarks`` (or ``make bench``) runs every module here that has ``measure()``, prints what it returns, and keeps
it in `results.yml`. A name runs one: ``python -m benchmarks extraction``.
"""
