"""The office at its desk: what is true and what is done, the core and not the window."""
