"""One file a step; never changed once an office has taken it."""
