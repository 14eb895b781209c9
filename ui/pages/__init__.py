"""The pages of the counter, each a whole place to work at."""
