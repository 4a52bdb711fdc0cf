"""The last pass over a document: every text in one kind of digits."""

from functools import partial

from ita_desktop.documents.model import Digits, Document
from ita_desktop.documents.walk import with_texts
from ita_desktop.thai.digits import printed_digits


def with_digits(document: Document) -> Document:
    """Return the document with its texts in the digits it asks for; codes and addresses stay."""
    return with_texts(document, partial(printed_digits, thai=document.digits is Digits.THAI))
