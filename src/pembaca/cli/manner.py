"""How a text is to be said, as the commands that say or show it take it. Decides nothing else."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING, cast

import msgspec

from pembaca.cli.output import tell
from pembaca.errors import LexiconUnreadable
from pembaca.i18n import tr
from pembaca.paths import Paths
from pembaca.settings import TOLD, SettingsStore, Told

if TYPE_CHECKING:
    from pembaca.speech.script import Manner

_ALL = "all"


def add_manner(command: ArgumentParser) -> None:
    """Add --say, --skip and --no-lexicon."""
    names = ", ".join(TOLD)
    command.add_argument(
        "--say", type=_parts, default=frozenset(), metavar="WHAT", help=tr("bacakan juga: {names}, atau all", names=names)
    )
    command.add_argument("--skip", type=_parts, default=frozenset(), metavar="WHAT", help=tr("lewati: nama yang sama"))
    command.add_argument("--no-lexicon", action="store_true", help=tr("tanpa kamus ucapan sendiri"))


def manner(arguments: Namespace, paths: Paths, feed: str = "") -> Manner:
    """Return what is set, changed by what was typed; a dictionary that cannot be read is told and left out."""
    from pembaca import wiring

    store = SettingsStore(paths.settings)
    settings = store.current
    if store.warning is not None:
        from pembaca.presenters import messages

        tell(messages.of(store.warning).whole)
    told = tuple(part for part in TOLD if part in (set(settings.told) | arguments.say) - (arguments.skip - arguments.say))
    lexicon = None if arguments.no_lexicon else paths.lexicon
    if lexicon is not None:
        _tell_unreadable(paths)
    return wiring.manner_of(lexicon, msgspec.structs.replace(settings, told=told), feed)


def tell_stopped(used: Manner) -> None:
    """Tell of the person's own rules that took too long on the text and were left out."""
    for rule in used.lexicon.stopped:
        tell(tr("Aturan {id} ({find}) terlalu lama dicari dan tidak dipakai lagi.", id=rule.id, find=rule.find))


def _tell_unreadable(paths: Paths) -> None:
    from pembaca.presenters import messages
    from pembaca.speech.lexicon.store import LexiconStore

    try:
        LexiconStore(paths.lexicon).rules()
    except LexiconUnreadable as error:
        tell(messages.of(error).whole)


def _parts(text: str) -> frozenset[Told]:
    names = frozenset(TOLD) if text == _ALL else frozenset(part.strip() for part in text.split(","))
    if not names <= frozenset(TOLD):
        raise ValueError(text)
    return cast("frozenset[Told]", names)
