"""How time grows with a document: a ratio, so that a slow machine passes too."""

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Without the garbage collector, whose passes grow with all that the test run holds."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def growth(run: Callable[[int], object], size: int, times: int = 2) -> float:
    """How many times longer ``run`` takes at four times the ``size``: about 4 where time is linear, 16 where it is quadratic.

    The best of so many ``times`` at either size, after one short run to warm up.
    """
    run(min(size, 10))
    with _undisturbed():
        return _best(run, 4 * size, times) / _best(run, size, times)


def _best(run: Callable[[int], object], size: int, times: int) -> float:
    taken = []
    for _ in range(times):
        start = time.process_time()
        run(size)
        taken.append(time.process_time() - start)
    return max(min(taken), 1e-4)
