"""One case: facts, timeline, clocks, letters, files, and what can be done with it."""
