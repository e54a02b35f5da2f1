"""Build the Word and PDF example reports from their text sources, with fixed dates in their metadata."""

import io
import os
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from xml.sax.saxutils import escape

from docx import Document
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
WRITTEN = datetime(2018, 5, 12, 9, 0, tzinfo=UTC)
PDF_WRITTEN = datetime(2018, 5, 16, 15, 0, tzinfo=UTC)
ZIP_TIME = (1980, 1, 1, 0, 0, 0)
HEADINGS = {"Highlights", "Situation overview", "Humanitarian access", "About this document"}


def read_lines(name: str) -> list[str]:
    """Read the lines of a source that are not blank."""
    text = (EXAMPLES / "sources" / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip()]


def rewrite_zip(raw: bytes) -> bytes:
    """Write the members again in the order of their names, with one fixed time."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(out, "w") as new:
        for name in sorted(old.namelist()):
            new.writestr(zipfile.ZipInfo(name, ZIP_TIME), old.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def build_docx(source: str, target: str, outlet: str) -> None:
    """Write a Word file whose first line is its heading."""
    title, *rest = read_lines(source)
    document = Document()
    properties = document.core_properties
    properties.title, properties.author, properties.last_modified_by = title, outlet, outlet
    properties.created = properties.modified = WRITTEN
    document.add_heading(title, level=1)
    for line in rest:
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    (EXAMPLES / "reports" / target).write_bytes(rewrite_zip(out.getvalue()))


def build_pdf(source: str, target: str, outlet: str) -> None:
    """Write a PDF with a text layer; its date comes from SOURCE_DATE_EPOCH."""
    title, *rest = read_lines(source)
    styles = getSampleStyleSheet()
    story = [Paragraph(escape(title), styles["Title"])]
    for line in rest:
        style = styles["Heading2"] if line in HEADINGS else styles["BodyText"]
        story += [Paragraph(escape(line), style), Spacer(1, 4)]
    path = EXAMPLES / "reports" / target
    SimpleDocTemplate(str(path), pagesize=A4, title=title, author=outlet).build(story)


def main() -> None:
    """Build both files."""
    os.environ["SOURCE_DATE_EPOCH"] = str(int(PDF_WRITTEN.timestamp()))
    build_docx("harem-voice.txt", "harem-voice.docx", "Harem Voice")
    build_pdf("idlib-relief-desk.txt", "idlib-relief-desk-flash-update-3.pdf", "Idlib Relief Desk")


if __name__ == "__main__":
    main()
