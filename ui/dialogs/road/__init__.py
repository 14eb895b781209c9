"""The sheets of the road: what each move asks for."""
