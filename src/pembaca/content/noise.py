"""Tell the parts of a page that are no article: menus, share buttons, counters, related lists. Pure."""

from __future__ import annotations

import re
from typing import Final

from pembaca.content.tree import SIDE, Element, classes, text_of

_TAGS: Final = frozenset({"nav", "footer", "form", "aside", "dialog", "menu", "rp", "rt"})
_ROLES: Final = frozenset(
    {"navigation", "search", "complementary", "contentinfo", "toolbar", "menu", "menubar", "dialog", "banner"}
)
_WORDS: Final = frozenset(
    """
    share sharing sharer sharedaddy shared sosmed social socials sociallinks addtoany addthis sharethis related
    relatedposts terkait breadcrumb breadcrumbs comment comments respond disqus komentar tags tagcloud taglinks
    newsletter subscribe advert advertisement ads iklan adsbygoogle sidebar pagination pager pagenav pagenavigation
    navlinks breaking trending terpopuler populer ticker syndicate readmore selengkapnya cookie cookies popup modal
    hits views pageviews viewcount counter rating ratings vote voting stars printfriendly toolbar authorbox authorinfo
    byline metadata copyright screenreader skiplink rsslink bacajuga reaction emoticon
    """.split()
)
_NAMES: Final = re.compile(
    r"^(?:article-info|article-info-block|icons|actions|dropdown|btn-group|content_rating|content-rating|item-navigation|post-navigation"
    r"|nav-links|post-nav|posts-nav|entry-meta|entry-footer|post-meta|post-tags|post-info|meta-info|td-post-sharing.*|jp-relatedposts"
    r"|wp-post-navigation|related-(?:posts|articles|news)|baca-juga|read-also|lihat-juga|sr-only|visually-hidden|screen-reader-text"
    r"|skip-link|edit-link|author-box|author-info|about-author|post-author|print-link|email-link|social-.*|share-.*|.*-share|.*-sharing"
    r"|itemtoolbar|itemrating|itemsocialsharing|itemlinks|itemnavigation|itemrelated|itemextrafields|itemhits|itembacktotop"
    r"|itemauthorblock|itemauthorlatest|itemcomments|links--inline|node__links|node__meta|submitted|field--name-field-tags"
    r"|wp-block-post-terms|wp-block-post-date|wp-block-buttons|wp-block-file__button|toc_container|ez-toc-container|lwptoc|contentpaneopen_edit|createdate|modifydate"
    r"|views-field-totalcount|jcomments|jc|komento|elementor-share-buttons.*|heateor.*|a2a_kit|widget-area|widget_(?:recent|tag|categor|archive).*|simple-share|ssba.*|post-views.*|prev|next)$"
)
_HARMLESS: Final = ("elementor-widget", "views-", "wp-block-group", "wp-block-column", "so-", "panel-")  # builders' own names
_HIDING: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_FOLDED: Final = re.compile(r"accordion|collaps|faq|answer|jawab|toggle|tab-?(?:pane|panel|content)|spoiler|panel")
_ASKING: Final = frozenset({"dt", "summary", "h2", "h3", "h4", "h5", "h6"})
_META: Final = 160  # characters; a line about the article is no longer
_HEADLINE: Final = 4  # words; what is shorter names a service, not another article
_SENTENCE: Final = 6  # words
_SHORT_ARTICLE: Final = 200  # characters
_LARGE_SHARE: Final = 0.4  # of the article's text; what holds more is no side matter, whatever it is called


def is_noise(element: Element, length: int, article_length: int) -> bool:
    """Whether *element*, with *length* of the article's *article_length* characters, is no part of what the author wrote."""
    if element.get(SIDE) is not None or (_is_hidden(element) and not _is_folded(element)):
        return True
    if element.tag == "footer" and any(parent.tag == "blockquote" for parent in element.iterancestors()):
        return False  # whom the quote is from
    if length <= _META and _is_called_meta(element):
        return True
    if not (element.tag in _TAGS or element.get("role", "").lower() in _ROLES or _is_called_noise(element)):
        return False
    return length <= _LARGE_SHARE * article_length or article_length < _SHORT_ARTICLE


def is_related_list(element: Element) -> bool:
    """Whether a list holds nothing but links to other pages (documents to download are part of the article)."""
    links = [link for link in element.iter("a") if link.get("href")]
    texts = [text_of(link) for link in links]
    if (
        len(links) < 3
        or sum(len(text.split()) for text in texts) < _HEADLINE * len(links)
        or any(re.search(r"\.(?:pdf|docx?|xlsx?|pptx?|zip)(?:$|\?)", link.get("href", "").lower()) for link in links)
    ):
        return False
    return sum(len(text) for text in texts) >= 0.85 * len(text_of(element))


def _is_hidden(element: Element) -> bool:
    return bool(
        element.get("hidden") is not None or element.get("aria-hidden") == "true" or _HIDING.search(element.get("style", ""))
    )


def _is_folded(element: Element) -> bool:
    """Whether the element is hidden only until its question is pressed."""
    before = element.getprevious()
    if before is not None and (before.tag in _ASKING or text_of(before).endswith("?")):
        return True
    return any(_FOLDED.search(name) for name in classes(element))


def _is_called_meta(element: Element) -> bool:
    """Whether the element is called a line about the article, and does not read like a sentence."""
    if not any("meta" in re.split(r"[-_]+", name) for name in classes(element)):
        return False
    text = text_of(element)
    return not re.search(r"[.!?]$", text) or len(text.split()) < _SENTENCE


def _is_called_noise(element: Element) -> bool:
    for name in classes(element):
        if name.startswith(_HARMLESS) or (element.tag == "a" and "more" not in name and not name.endswith("__button")):
            continue
        if _NAMES.match(name):
            return True
        words = re.split(r"[-_]+", name)
        if not _WORDS.isdisjoint(words) and not {"content", "body", "text", "with", "has", "no"} & set(words):
            return True
    return False
