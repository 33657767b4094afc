"""Runs the real Orca (43 and 48 tried) and writes what it would say into a file. Run by the system's Python; never imported.

Lines of $ORCA_TRANSCRIPT: seconds since 1970, kind, words, parted by tabs. Kinds: SAY, CHAR, KEY, SAYALL, and STOP where Orca
cuts off what it was saying. $ORCA_PREFS is an empty folder for its settings.
"""

import os
import sys
import time
import warnings

warnings.filterwarnings("ignore")
import gi  # noqa: E402

gi.require_version("Gtk", "3.0")
gi.require_version("Gdk", "3.0")
from gi.repository import GLib  # noqa: E402
from orca import orca, settings, settings_manager, speech, speechserver  # noqa: E402

OUT = open(os.environ["ORCA_TRANSCRIPT"], "a", buffering=1, encoding="utf-8")  # noqa: SIM115, PTH123


def write(kind, words=""):
    """Write one line."""
    line = str(words).replace("\n", " ⏎ ").replace("\t", " ")
    OUT.write(f"{time.time():.3f}\t{kind}\t{line}\n")


class Server(speechserver.SpeechServer):
    """A speech server without sound. Orca 48 calls methods by snake_case where it has moved over, Orca 43 by camelCase."""

    @staticmethod
    def getFactoryName():
        return "transcript"

    @staticmethod
    def getSpeechServers():
        return [SERVER]

    @staticmethod
    def get_speech_server(info=None):
        return SERVER

    @staticmethod
    def shutdownActiveServers():
        pass

    def get_info(self):
        return ["transcript", "transcript"]

    def getVoiceFamilies(self):
        return []

    def getVoiceFamily(self):
        return {}

    def getLanguage(self, *_):
        return ""

    def shouldChangeVoiceForLanguage(self, *_):
        return False

    def getOutputModule(self):
        return "transcript"

    def isSpeaking(self):
        return False

    def stop(self):
        write("STOP")

    def speak(self, text=None, acss=None, interrupt=True):
        if text:
            write("SAY", text)

    def speak_character(self, character, acss=None):
        write("CHAR", character)

    def speak_key_event(self, event, acss=None):
        name = getattr(event, "get_key_name", None) or event.getKeyName
        write("KEY", name())

    def say_all(self, utterances, progress):
        """Say one utterance after the other, telling progress as a synthesizer does."""

        def step():
            try:
                context, _acss = next(utterances)
            except StopIteration:
                return False
            write("SAYALL", context.utterance)
            context.currentOffset = context.startOffset
            progress(context, context.PROGRESS)
            context.currentOffset = context.endOffset
            progress(context, context.COMPLETED)
            return True

        GLib.timeout_add(60, step)

    getInfo, getSpeechServer = get_info, get_speech_server
    speakCharacter, speakKeyEvent, sayAll = speak_character, speak_key_event, say_all


SERVER = Server()


def use_server():
    """Stand in for Orca's own start of a speech server."""
    speech._speechserver = SERVER


speech.init = use_server
WANTED = {
    "enableSpeech": True,
    "enableSound": False,
    "enableBraille": False,
    "enableEchoByWord": False,
    "enableKeyEcho": False,
    "presentToolTips": False,
    "speechVerbosityLevel": settings.VERBOSITY_LEVEL_VERBOSE,
}  # Orca's own defaults, but for sound, braille and echo
for name, value in WANTED.items():
    setattr(settings, name, value)
manager = (getattr(settings_manager, "get_manager", None) or settings_manager.getManager)()
manager.activate(os.environ["ORCA_PREFS"], dict(WANTED))
sys.exit(orca.main())
