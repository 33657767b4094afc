"""Let a library that is loaded do without another one that it would load, and that nobody here has a use for."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType


@contextmanager
def absent(*names: str) -> Iterator[None]:
    """Let the modules of these names seem not to be installed; what is loaded meanwhile must be able to do without them."""
    modules = cast("dict[str, ModuleType | None]", sys.modules)  # None is Python's way to say that there is none
    kept = {name: modules.get(name) for name in names}
    modules.update(dict.fromkeys(names))
    try:
        yield
    finally:
        for name, module in kept.items():
            if module is None:
                modules.pop(name, None)
            else:
                modules[name] = module
