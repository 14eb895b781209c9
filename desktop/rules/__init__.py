"""The office's rules: pure, with no window, no SQL and no clock of their own."""
