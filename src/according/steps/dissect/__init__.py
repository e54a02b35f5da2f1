"""Report to parsed report: sentences, tokens, syntax, quotes."""
