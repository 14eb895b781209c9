"""What must hold, on each database: every behaviour through the acts themselves."""

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
