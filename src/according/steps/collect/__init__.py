"""Bytes to reports."""

from according.steps.collect.copies import group_copies
from according.steps.collect.inputs import find_inputs
from according.steps.collect.options import CollectOptions
from according.steps.collect.reading import read_bytes, read_path, read_text

__all__ = ["CollectOptions", "find_inputs", "group_copies", "read_bytes", "read_path", "read_text"]
