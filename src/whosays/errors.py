"""One base class, so that a caller can catch everything that whosays raises with one name."""

from __future__ import annotations


class WhosaysError(Exception):
    """What was seen, where, and what to do about it, as one line.

    >>> str(InputError("notes.txt", "the file is empty", "give a file with the text of a report"))
    'notes.txt: the file is empty; give a file with the text of a report'
    """

    def __init__(self, where: str, seen: str, todo: str) -> None:
        self.where, self.seen, self.todo = where, seen, todo
        super().__init__(f"{where}: {seen}; {todo}")


class InputError(WhosaysError):
    """A source, or one record of it, cannot be read. The others still can."""


class ContractError(WhosaysError):
    """A reading breaks the contract: a span whose words do not stand in the text, a reference to nothing."""


class PluginError(WhosaysError):
    """A reader, extractor or exporter is unknown, or its package cannot be loaded."""
