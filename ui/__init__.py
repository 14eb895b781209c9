"""The counter: windows, pages and widgets."""
