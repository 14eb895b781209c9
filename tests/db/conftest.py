"""An opened office on each database."""

from strongrooms import (  # noqa: F401 - fixtures of this folder
    admin,
    boss,
    clerk,
    clock,
    desk,
    owner,
    place,
    room,
    server,
)
