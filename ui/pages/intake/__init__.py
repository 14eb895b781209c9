"""The page on which a complaint is taken, one form for every channel."""
