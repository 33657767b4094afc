"""The voice process: ``python -m pembaca.voice.worker [--engine NAME] [--output card|silent] [--parent PID]``. Has no window.

It ends at once when its parent does: by the end of the pipe, and on Linux by a signal of the kernel, so that not even an
engine that hangs outlives the window. Here stands only what comes before the imports: PortAudio looks for sound cards while
the rest is loaded, which saves a third of the start.
"""

from __future__ import annotations

import contextlib
import os
import sys
import threading
from typing import Never

_PR_SET_PDEATHSIG, _SIGKILL = 1, 9  # <linux/prctl.h>, <signal.h>; the module signal takes 4 ms to import

_EAGER = -10  # a voice that stutters is worse than a refresh that takes longer


def main(arguments: list[str]) -> Never:
    """Be the voice process; only messages of the protocol reach standard output, what vendors print goes to standard error."""
    events = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    if sys.platform != "win32":
        with contextlib.suppress(OSError):  # allowed to root, and to others where the administrator lets them
            os.setpriority(os.PRIO_PROCESS, 0, _EAGER)
    # argparse alone would cost a tenth of the start.
    options = dict(zip(arguments[::2], arguments[1::2], strict=True))
    output = options.get("--output", "card")
    if output == "card":
        threading.Thread(target=_look_for_cards, name="cards", daemon=True).start()
    _die_with(int(options.get("--parent", "0")))
    sys.setswitchinterval(0.001)  # the sound card's callback must not wait 5 ms for the renderer
    from pembaca.errors import VoiceError
    from pembaca.voice.life import Worker, die_of_error

    worker = Worker(options.get("--engine", "auto"), output, sys.stdin.buffer, events)
    try:
        worker.run()
    except VoiceError as error:
        worker.give_up(error)
    except BaseException:  # noqa: BLE001  # logged by the parent; nothing may keep half a process alive
        die_of_error()


def _look_for_cards() -> None:
    with contextlib.suppress(Exception):  # whoever opens the card will meet the same error and tell it
        import sounddevice  # noqa: F401


def _die_with(parent: int) -> None:
    """Ask Linux to kill this process when the thread that started it is gone; elsewhere the end of the pipe must do."""
    if not sys.platform.startswith("linux"):
        return
    import ctypes

    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, _SIGKILL)
    if parent and os.getppid() != parent:
        os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1:])
