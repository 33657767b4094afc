"""Start Pembaca: ``python -m pembaca`` and the ``pembaca`` command. In a bundle also its other processes."""

from __future__ import annotations

import gc
import sys


def main() -> int:
    """Run the command line and return its exit code; ``--voice-worker`` first means: be the voice process,
    ``--apart-worker`` the one that parses what strangers sent.
    """
    if sys.argv[1:2] == ["--voice-worker"]:
        from pembaca.voice.worker import main as speak

        speak(sys.argv[2:])
    if sys.argv[1:2] == ["--apart-worker"]:
        from pembaca.services.apart_worker import main as parse

        parse()
        return 0
    gc.disable()  # while modules load there is no garbage, and looking for some takes time
    from pembaca.cli.main import main as run

    gc.enable()
    return run()


if __name__ == "__main__":
    sys.exit(main())
