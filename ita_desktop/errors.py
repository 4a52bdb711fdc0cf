"""The two kinds of failure a person is told about; everything else is our own fault."""


class ClerkError(Exception):
    """What the clerk can mend: one polite Thai sentence that says what, where and what to do.

    ``wanted`` is what may stand in the place, where a list of findings has a better word for it
    than all that the field takes.
    """

    def __init__(self, message: str = "", *, wanted: str = "") -> None:
        super().__init__(message)
        self.wanted = wanted


class MachineError(Exception):
    """What the machine did (disk full, file locked, no permission): one Thai sentence."""
