"""The desk's own settings, with a schedule that holds a poison."""

from marsad.desk.settings import *  # noqa: F403

SCHEDULE = "desk.work.poison"
