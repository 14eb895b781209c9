"""Small parts of the counter, each good for one thing."""
