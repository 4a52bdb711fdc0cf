"""What is told when a step of the self-check finds something wrong."""

from ita_desktop.errors import MachineError


def expect(held: bool, what: str) -> None:
    """Raise MachineError, naming the step in Thai, where something does not hold."""
    if not held:
        raise failed(what)


def failed(what: str) -> MachineError:
    """Return the error that names the step of the self-check that went wrong."""
    return MachineError(f"โปรแกรมตรวจตัวเองไม่ผ่านที่ขั้น “{what}” กรุณาติดตั้งโปรแกรมใหม่")
