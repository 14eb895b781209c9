"""Settings: the office's facts, who signs, the people, the calendar."""
