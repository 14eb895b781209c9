"""Table models: thin lenses over frozen rows."""
