"""What flows through the program: frozen values with no input or output of their own."""
