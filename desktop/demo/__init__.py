"""A made-up office and any number of made-up cases, told from a seed; nothing in it is real."""
