"""Sheets over the window: a few fields, one thing done, errors beside the field."""
