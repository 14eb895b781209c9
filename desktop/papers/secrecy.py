"""The secrecy class as it is written on paper; those above it are never kept here."""

from collections.abc import Mapping

from desktop.rules.complaint import Secrecy

SECRECY: Mapping[Secrecy, str] = {Secrecy.NONE: "", Secrecy.SECRET: "ลับ"}
