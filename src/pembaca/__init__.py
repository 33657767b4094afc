"""Pembaca: a reader for people who listen, enlarge, or have no network."""

__version__ = "0.1.0"
