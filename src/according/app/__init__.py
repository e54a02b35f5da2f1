"""What can be asked of the program: one module per use case."""
