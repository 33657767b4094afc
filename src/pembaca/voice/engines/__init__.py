"""Engines, and which of them to use. Each vendor is imported only when its engine is made."""

from __future__ import annotations

import importlib
import sys

from pembaca.errors import VoiceError
from pembaca.voice.engines.choice import MAIN_LANGUAGE
from pembaca.voice.protocol import Engine, Transcriber


def make_engine(name: str = "auto") -> Engine:
    """Make an engine on the thread that will use it.

    Args:
        name: ``auto``, ``espeak``, ``pyttsx3``, ``silent``, or ``module:callable`` for one from elsewhere.
    Raises:
        VoiceError: ``no_engine``.
    """
    match name:
        case "auto":
            return _best()
        case "espeak":
            from pembaca.voice.engines.espeak import EspeakEngine

            return EspeakEngine()
        case "pyttsx3":
            from pembaca.voice.engines.pyttsx3_engine import Pyttsx3Engine

            return Pyttsx3Engine()
        case "silent":
            from pembaca.voice.engines.silent import SilentEngine

            return SilentEngine()
    return _from_elsewhere(name)


def make_transcriber(name: str = "auto") -> Transcriber | None:
    """Make what tells the sounds of the engine of that name; None for an engine that cannot.

    Raises:
        VoiceError: ``no_engine``.
    """
    if make_engine(name).abilities.engine != "espeak":
        return None
    from pembaca.voice.engines.espeak_ipa import EspeakTranscriber

    return EspeakTranscriber()


def _best() -> Engine:
    """Return the first engine that speaks the main language, else the first that speaks at all."""
    names = ("espeak",) if sys.platform.startswith("linux") else ("pyttsx3", "espeak")
    found: list[Engine] = []
    failures: list[str] = []
    for name in names:
        try:
            engine = make_engine(name)
        except VoiceError as error:
            failures.append(f"{name}: {error.detail}")
            continue
        if MAIN_LANGUAGE in engine.abilities.languages:
            return engine
        found.append(engine)
    if not found:
        raise VoiceError("no_engine", "; ".join(failures))
    return found[0]


def _from_elsewhere(name: str) -> Engine:
    module, _, attribute = name.partition(":")
    try:
        engine: Engine = getattr(importlib.import_module(module), attribute)()
    except (ImportError, AttributeError) as error:
        raise VoiceError("no_engine", str(error)) from error
    return engine
