"""Cut the codes of plug-ins, the spambot's sentence and a closing "Selengkapnya" out of a text. Pure; drops no line by itself."""

from __future__ import annotations

import re
from typing import Final

from pembaca.content.rich import RichText
from pembaca.patterns import late

_PAIRED: Final = (
    r"gallery|youtube|vimeo|video|audio|mp3|mp4|flv|pdf|phocapdf|edocs|aridoc|googlemaps?|flowplayer|jw|besps|simplegallery|source"
    r"|rsfiles"
    r"|widgetkit|soundcloud|slider|accordion|modal|tip|tooltip|spoiler|yt|dailymotion|facebook|twitter|instagram|embed"
)
PLUGIN_CODES: Final = late(
    r"\{(" + _PAIRED + r")\b[^{}]*\}[^{}]*\{/\1\}"
    r"|\{/?(?:"
    + _PAIRED
    + r"|loadmodule|loadposition|loadmoduleid|module|modulepos|jcomments|komento|af|tab|tabs|slide|slides|article"
    r"|articles|readmore|pagebreak|snippet|sh404sef\w*|jumi|rokbox|plusone|print|emailcloak|field|fields|phocagallery|phocadownload|jce\w*"
    r"|unitegallery|oziogallery\w*|ppgallery|vsig|bgallery|igallery|jsn\w*|sp\w*|hits|rating|socialbuttons|share|fbcomments)\b[^{}]*\}"
    r"|\{/?\w[\w-]*(?:\s+(?:on|off)|\s+[\w-]+\s*=[^{}]*|[|:][^{}]*)\}"
    r"|\{(\w[\w-]*)\}[^{}\s]*\{/\2\}"
    r"|\[/?(?:gallery|caption|embed|vc_\w+|et_pb_\w+|audio|video|playlist|su_\w+|contact-form-7|wpdm_\w+|pdf-embedder|fusion_\w+"
    r"|elementor-template|metaslider|rev_slider|sharethis\S*|ngg\w*|wp_ad_camp\S*|toc)\b[^\[\]]*\]",
    re.IGNORECASE,
)
SPAMBOT: Final = late(
    r"(?:This email address is being protected from spambots\.?\s*You need JavaScript enabled to view it\.?"
    r"|(?:Alamat (?:email|e-mail|surel)|Surel|Email) ini (?:telah )?dilindungi dari (?:robot spam|spambots?|spam bots?)\.?"
    r"\s*(?:Anda (?:memerlukan|perlu|membutuhkan|harus)[^.]{0,80}?Java ?script[^.]{0,60}\.?)?)",
    re.IGNORECASE,
)
_MORE: Final = late(
    r"\s*(?:\[?(?:…|\.{3})\]?\s*)?(?:[(\[]?(?:baca )?selengkapnya[)\]]?|read more|continue reading[^.]{0,120}"
    r"|lanjutkan membaca[^.]{0,120}"
    r"|baca lebih lanjut|more\.\.\.|selanjutnya)\s*(?:…|\.{2,3}|»|→|>+)*\s*$",
    re.IGNORECASE,
)
_MORE_LIMIT: Final = 200  # characters from the end, in which a closing "Selengkapnya" stands


def without_codes(rich: RichText) -> RichText:
    """Return the text without plug-in codes, the spambot sentence and a closing "Selengkapnya…"."""
    if "{" in rich.text or "[" in rich.text:
        rich = rich.without(PLUGIN_CODES)
    if "spam" in rich.text.lower():
        rich = rich.without(SPAMBOT, "")
    if rich.text[-1:] == "." and rich.text[-2:-1].isalnum():  # a whole sentence ends here
        return rich
    shorter = _MORE.search(rich.text, max(0, len(rich.text) - _MORE_LIMIT))
    if shorter and shorter.start() and (rich.text[shorter.start() :].strip(" \u2026.[]") == "" or _is_link(rich, shorter)):
        return rich.part(0, shorter.start()).tidy()
    return rich


def _is_link(rich: RichText, match: re.Match[str]) -> bool:
    """Whether the words at the end are a link, or stand after an ellipsis: no part of a sentence."""
    linked = any(link.end >= match.end() - 4 and link.start >= match.start() for link in rich.links)
    return linked or bool(re.match(r"\s*\[?(?:…|\.{3})", match[0]))
