"""Lets a language model read the sentences, and keeps of its answers what the text and our own readers confirm."""

from according.steps.extract.llm.extracting import extract_with_model

__all__ = ["extract_with_model"]
