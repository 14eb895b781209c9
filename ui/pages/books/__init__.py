"""The office's books on screen, and their papers."""
