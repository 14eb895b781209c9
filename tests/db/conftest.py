"""An opened office on each database."""

from strongrooms import (  # noqa: F401 - fixtures of this folder
    admin,
    boss,
    clerk,
    clock,
    desk,
    empty_database,
    empty_file,
    owner,
    place,
    room,
    server,
)
