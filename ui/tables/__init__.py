"""What every list of the office shares: how it is read, drawn, arranged, copied and saved."""
