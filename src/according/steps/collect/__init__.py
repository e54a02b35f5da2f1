"""Bytes to reports."""

from according.steps.collect.options import CollectOptions
from according.steps.collect.reading import read_text

__all__ = ["CollectOptions", "read_text"]
