"""The face of files that an office's own programs open."""

FACE = "TH SarabunPSK"
"""The face that official computers have since 2553; TH Sarabun New is drawn the same."""
