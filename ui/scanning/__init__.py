"""Paper coming in by a scanner: a folder watched for scans, and the scanners themselves."""
