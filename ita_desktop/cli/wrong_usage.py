"""What argparse says of wrong usage, in Thai; Python itself has no Thai messages."""

import re

_SENTENCES = (
    (r"the following arguments are required: (.+)", r"ยังไม่ได้ระบุ \1"),
    (r"unrecognized arguments: (.+)", r"ไม่รู้จัก \1"),
    (r"ambiguous option: (\S+) could match (.+)", r"\1 หมายถึงได้หลายตัวเลือก คือ \2 กรุณาระบุให้เต็ม"),
    (r"argument COMMAND: invalid choice: (.+) \(choose from (.+)\)", r"ไม่มีคำสั่ง \1 ใช้ได้ \2"),
    (r"argument (.+?): invalid choice: (.+) \(choose from (.+)\)", r"\1 เป็น \2 ไม่ได้ เลือกได้ \3"),
    (r"argument (.+?): invalid int value: (.+)", r"\1 ต้องเป็นตัวเลข ไม่ใช่ \2"),
    (r"argument (.+?): expected one argument", r"ยังไม่ได้ระบุค่าหลัง \1"),
    (r"argument (.+?): ignored explicit argument (.+)", r"\1 ไม่รับค่า \2"),
    (r"argument (.+?): (.+)", r"\1: \2"),  # what follows is a sentence of ours
)


def in_thai(message: str) -> str:
    """Return the Thai sentence for a message of argparse; one it does not know stays as it is."""
    for pattern, sentence in _SENTENCES:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return found.expand(sentence)
    return message
