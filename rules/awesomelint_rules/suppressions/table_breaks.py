"""Comments between the rows of a table."""

from awesomelint.document import Comment, Document


def breaks_table(document: Document, comment: Comment) -> bool:
    """Whether a comment on a line of its own stands right after a row, with a further row right below."""
    first = document.source.position(comment.span.start).line
    after = document.source.position(comment.span.end).line + 1
    return (
        comment.is_block
        and first - 1 in document.derive(_lines_of_rows)
        and after <= len(document.source.line_starts)
        and document.source.line_text(after).lstrip().startswith("|")
    )


def _lines_of_rows(document: Document) -> frozenset[int]:
    rows = (row for table in document.tables for row in (table.header, *table.rows))
    return frozenset(document.source.position(row.span.start).line for row in rows)
