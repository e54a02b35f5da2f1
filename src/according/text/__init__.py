"""Pure functions on text: offsets, numbers, names."""
