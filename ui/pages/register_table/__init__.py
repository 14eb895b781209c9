"""The register as a table: views, filters, many at once."""
