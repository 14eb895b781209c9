"""Cards in a reader: the system's way to them, and what is said to the Thai identity card."""
