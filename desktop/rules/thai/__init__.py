"""Thai text as an office uses it: digits, dates of the Buddhist era, names, order, search."""
