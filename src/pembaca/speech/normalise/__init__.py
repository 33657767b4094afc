"""Printed Indonesian to words a voice can say: one small module a family of rules; the entry is ``normaliser``."""
