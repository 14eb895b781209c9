"""Acts: one a file; command in, one transaction, result out."""
