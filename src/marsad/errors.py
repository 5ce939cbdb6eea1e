"""All errors of Marsad, drawn as one tree.

MarsadError
├── Unreachable   a source or partner did not answer
├── Unreadable    bytes or text that cannot be taken in
├── Misplaced     a span that does not lie in its text, or proves other words
└── Refused       a rule or a right says no, and names the rule
"""


class MarsadError(Exception):
    """Something Marsad could not do: its subject, the problem and the way out."""

    def __init__(self, subject: str, problem: str, way_out: str = "") -> None:
        super().__init__(subject, problem, way_out)
        self.subject = subject
        self.problem = problem
        self.way_out = way_out

    def __str__(self) -> str:
        line = f"{self.subject}: {self.problem}"
        return f"{line}; {self.way_out}" if self.way_out else line


class Unreachable(MarsadError):
    """A source, partner or endpoint did not answer."""


class Unreadable(MarsadError):
    """Bytes or text that cannot be taken in."""


class Misplaced(MarsadError):
    """A span that does not lie in its text, or that proves other words."""


class Refused(MarsadError):
    """A rule or a right says no; the problem names it."""
