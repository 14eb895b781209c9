"""The pages that open an office on its first day."""
