"""How Qt comes into the window's process quickly: without the tools of PySide that a program without faults has no use for.

Knows how PySide6 is packed; where it is packed otherwise, all still works, only not sooner.
"""

from __future__ import annotations

import builtins
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final

_TOOLS: Final = "shibokensupport/"  # PySide's own tools: text packed into its library, which it compiles at each start
_SIGNATURE: Final = _TOOLS + "signature/"
_LATE: Final = frozenset(
    f"{_SIGNATURE}{name}.py"
    for name in ("mapping", "errorhandler", "layout", "parser", "lib/enum_sig", "lib/pyi_generator", "lib/tool")
)
_LATER: Final = """
from pembaca.qt_loading import unpack
def __getattr__(name):
    return unpack({path!r}, globals(), name)
def update_mapping():  # PySide looks for this one in the module's dictionary
    return __getattr__("update_mapping")()
"""
_NO_FEATURES: Final = """
def feature_import(*names, **more): pass
def feature_imported(module): pass
"""
_AHEAD: Final = (
    "QtCore.abi3.so",
    "QtGui.abi3.so",
    "QtWidgets.abi3.so",
    "Qt/plugins/platforms/libqxcb.so",
)  # what else a window needs comes with these
_waiting: dict[str, Any] = {}  # their texts by path


def fetch_ahead() -> None:
    """Let a thread map Qt's libraries and read the list of fonts, while Python loads what needs no library. Linux only.

    Whatever loads a library meanwhile has to wait for it.
    """

    if sys.platform != "linux":
        return
    from importlib.util import find_spec

    found = find_spec("PySide6")
    folders = [Path(folder) for folder in found.submodule_search_locations or ()] if found else []
    libraries = [str(folder / name) for folder in folders for name in _AHEAD if (folder / name).is_file()]
    if not libraries:
        return
    import ctypes
    import threading

    def fetch() -> None:
        with suppress(OSError, AttributeError):  # Qt itself will say what is missing
            load = ctypes.CDLL(None).dlopen  # called as a function of C, it lets Python go on; ctypes' own way does not
            load.argtypes, load.restype = (ctypes.c_char_p, ctypes.c_int), ctypes.c_void_p
            for library in libraries:
                load(library.encode(), 0x00001)  # RTLD_LAZY
            ctypes.CDLL("libfontconfig.so.1").FcInit()

    threading.Thread(target=fetch, daemon=True, name="qt-libraries").start()


def load() -> None:
    """Load Qt's widgets, and give Python back its own way to import.

    PySide puts another in its place, which reads the source text of every module that is loaded from then on, to look for
    ``from __feature__ import``. Nobody writes that here, and it would cost the start some 20 ms and each job its share.
    ``inspect.signature`` of Qt's functions and the message of a wrong call are as ever.
    """
    from importlib import import_module

    own = builtins.__import__
    with _tools_later():
        import_module("PySide6.QtWidgets")
    builtins.__import__ = own


@contextmanager
def _tools_later() -> Iterator[None]:
    """Meanwhile put PySide's tools aside, 120 kB of Python, for who calls Qt wrongly: some 25 ms of each start."""
    own: Callable[..., Any] = builtins.compile

    def compile_later(source: Any, filename: Any, mode: str, *rest: Any, **more: Any) -> Any:
        if filename in _LATE:
            _waiting[filename] = source
            source = _LATER.format(path=filename)
        elif filename == _TOOLS + "feature.py":
            source = _NO_FEATURES
        return own(source, filename, mode, *rest, **more)

    builtins.compile = compile_later
    try:
        yield
    finally:
        builtins.compile = own


def unpack(path: str, space: dict[str, Any], name: str) -> Any:
    """Make one of PySide's tools what it would have been at once, and return what it has by *name*.

    Raises:
        AttributeError: it has nothing of that name, as always.
    """
    if path in _waiting and not name.startswith("__"):
        del space["__getattr__"], space["update_mapping"]
        exec(compile(_waiting.pop(path), path, "exec"), space)  # PySide's own text, which it was about to run
    try:
        return space[name]
    except KeyError:
        raise AttributeError(name) from None
