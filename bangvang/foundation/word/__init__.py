"""A document of Word as a flow of paragraphs and tables, read with suspicion."""

from bangvang.foundation.word.document import Document, Paragraph, TableOf, read_document

__all__ = ["Document", "Paragraph", "TableOf", "read_document"]
