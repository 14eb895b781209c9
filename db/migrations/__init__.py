"""Every step from one shape of the register to the next, in order, written by hand."""
