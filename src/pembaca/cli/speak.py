"""``pembaca speak``: say an article or a text, aloud or into a WAV file."""

from __future__ import annotations

import tempfile
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from pembaca.cli.arguments import Commands, UsageError
from pembaca.cli.manner import add_manner, tell_stopped
from pembaca.cli.output import clean_argument, say_unwritable, tell
from pembaca.cli.said import add_source, script_of, script_of_text
from pembaca.cli.show import say_unknown
from pembaca.errors import VoiceError
from pembaca.files import is_same
from pembaca.i18n import tr
from pembaca.paths import Paths
from pembaca.settings import DEFAULT_RATE_WPM, MAX_RATE_WPM, MIN_RATE_WPM

if TYPE_CHECKING:
    from pembaca.speech.utterance import Script


def add(commands: Commands) -> None:
    """Add the command."""
    command = commands.add("speak", tr("bacakan artikel atau teks, atau simpan suaranya sebagai WAV"), run)
    add_source(command)
    command.add_argument("--out", type=Path, metavar="FILE.wav", help=tr("tulis suaranya ke berkas ini, tanpa dibunyikan"))
    command.add_argument(
        "--marks", type=Path, metavar="FILE.json", help=tr("tulis waktu mulai tiap kata; tanpa --out hanya ini yang ditulis")
    )
    limits = {"low": MIN_RATE_WPM, "high": MAX_RATE_WPM, "usual": DEFAULT_RATE_WPM}
    words = tr("kata per menit, {low} sampai {high} (bawaan {usual})", **limits)
    command.add_argument("--rate", type=_rate, default=DEFAULT_RATE_WPM, metavar="N", help=words)
    command.add_argument("--voice", type=clean_argument, default="", metavar="NAME", help=tr("nama suara, seperti di sistem"))
    add_manner(command)


def run(arguments: Namespace, paths: Paths) -> int:
    """Say it; returns when the last word has been heard or written."""
    if arguments.out is not None and arguments.marks is not None and is_same(arguments.out, arguments.marks):
        raise UsageError(tr("--out dan --marks menunjuk berkas yang sama: {path}", path=arguments.out))
    if arguments.id is None:
        found = script_of_text(arguments.text, arguments, paths)
    else:
        known = script_of(arguments.id, arguments, paths)
        if known is None:
            return say_unknown(arguments.id, is_json=False)
        found = known
    script, wanted = found
    tell_stopped(wanted)
    return _say(script, arguments)


def _say(script: Script, arguments: Namespace) -> int:
    from pembaca.services.speaking import speak_aloud

    try:
        if arguments.out is None and arguments.marks is None:
            speak_aloud(script, arguments.rate, _voice_id(arguments.voice))
        elif arguments.out is None:
            with tempfile.TemporaryDirectory() as folder:
                _write(script, Path(folder) / "suara.wav", arguments)
        else:
            _write(script, arguments.out, arguments)
    except VoiceError as error:
        if not arguments.voice or error.code != "no_voice":
            raise
        tell(tr("Tidak ada suara bernama “{name}” di komputer ini.", name=arguments.voice))
        return 1
    except OSError as error:
        return say_unwritable(str(error.filename or arguments.out or arguments.marks), error)
    return 0


def _write(script: Script, out: Path, arguments: Namespace) -> None:
    from pembaca.services.speaking import render_to_wav

    render_to_wav(script, out, arguments.marks, arguments.rate, arguments.voice)


def _voice_id(name: str) -> str:
    """Return the id of the voice of that name ("" for the best one), as it is known to the voice process."""
    if not name:
        return ""
    from pembaca.voice.engines import make_engine

    for voice in make_engine().voices():
        if name.casefold() in (voice.id.casefold(), voice.name.casefold(), voice.language.casefold()):
            return voice.id
    raise VoiceError("no_voice", name)


def _rate(text: str) -> int:
    rate = int(text)
    if not MIN_RATE_WPM <= rate <= MAX_RATE_WPM:
        raise ValueError(text)
    return rate
