"""What is known, as data, and the code that reads and checks it."""
