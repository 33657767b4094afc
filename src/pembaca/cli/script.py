"""``pembaca script``: what the voice would say, sentence by sentence."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from pembaca.cli.arguments import Commands, add_json
from pembaca.cli.manner import add_manner, tell_stopped
from pembaca.cli.output import write, write_json
from pembaca.cli.said import add_source, script_of, script_of_text
from pembaca.cli.show import say_unknown
from pembaca.cli.speech_shapes import script_shape
from pembaca.errors import ContentError
from pembaca.i18n import tr
from pembaca.paths import Paths

if TYPE_CHECKING:
    from pembaca.speech.utterance import Script


def add(commands: Commands) -> None:
    """Add the command."""
    command = commands.add("script", tr("tampilkan naskah yang akan dibacakan"), run)
    add_source(command).add_argument("--file", type=Path, metavar="FILE", help=tr("berkas teks UTF-8"))
    add_manner(command)
    shape = command.add_mutually_exclusive_group()
    shape.add_argument("--explain", action="store_true", help=tr("tampilkan aturan mana yang membuat kata mana"))
    add_json(shape)


def run(arguments: Namespace, paths: Paths) -> int:
    """Print the script."""
    if arguments.id is not None:
        found = script_of(arguments.id, arguments, paths)
        if found is None:
            return say_unknown(arguments.id, is_json=arguments.json)
    else:
        text = read_text(arguments.file) if arguments.file else arguments.text
        found = script_of_text(text, arguments, paths)
    said, wanted = found
    if arguments.explain:
        from pembaca.cli.explain import write_explained

        write_explained(said, wanted.lexicon)
    else:
        _print(said, is_json=arguments.json)
    tell_stopped(wanted)
    return 0


def read_text(file: Path) -> str:
    """Return a file's text, line breaks as they are; a byte order mark is no text.

    Raises:
        ContentError: ``no_file`` (cannot be read), ``not_text`` (not UTF-8).
    """
    try:
        return file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ContentError(str(file), "not_text", str(error)) from error
    except (OSError, ValueError) as error:
        raise ContentError(str(file), "no_file", str(error)) from error


def _print(said: Script, *, is_json: bool) -> None:
    if is_json:
        from pembaca.services.transcribing import transcribe

        write_json(script_shape(said, transcribe(said)))
        return
    for utterance in said.utterances:
        write(utterance.spoken)
