"""The two kinds of failure a person is told about; everything else is our own fault."""


class ClerkError(Exception):
    """What the clerk can mend: one polite Thai sentence that says what, where and what to do."""


class MachineError(Exception):
    """What the machine did (disk full, file locked, no permission): one Thai sentence."""
