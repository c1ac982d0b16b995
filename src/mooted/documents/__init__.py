"""From pages to documents: text, JSONL and saved web pages, read one at a time."""

from mooted.documents.found import Opened
from mooted.documents.opening import open_documents

__all__ = ["Opened", "open_documents"]
