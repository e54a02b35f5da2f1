"""Score claims against gold: alignment, fields, baselines."""
