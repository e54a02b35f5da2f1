"""Invented documents in the formats that tests read."""

import io
from collections.abc import Sequence

HEADLINE = "Shells hit market in Tal Marwan"
LEAD = "BEIRUT, 7 March (Reuters) — Two people were killed on Thursday when shells hit a market in the town of Tal Marwan, residents said."
BODY = "The army did not comment on the report. Local medics said five more people had been wounded in the attack on the busy market."
HTML = f"""<!doctype html><html><head><meta charset="utf-8"><title>{HEADLINE} - The Daily Example</title>
<meta property="og:site_name" content="The Daily Example"><meta name="author" content="Jane Doe">
<meta property="article:published_time" content="2019-03-08T10:00:00Z"></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>{HEADLINE}</h1><p>{LEAD}</p><p>{BODY}</p>
<h2>What happened before</h2><ul><li>Two people were killed in the same town in February</li><li>The market was closed for a week</li></ul>
<p>Share this article</p></article><footer>Copyright 2019 The Daily Example</footer></body></html>"""


def make_pdf(paragraphs: Sequence[str], password: str | None = None) -> bytes:
    """Return a PDF with a headline and the paragraphs."""
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer

    stream, style = io.BytesIO(), getSampleStyleSheet()
    story: list[Flowable] = [Paragraph(HEADLINE, style["Title"])]
    for paragraph in paragraphs:
        story += [Paragraph(paragraph, style["BodyText"]), Spacer(1, 6)]
    SimpleDocTemplate(stream, encrypt=StandardEncryption(password) if password else None).build(story)
    return stream.getvalue()


def make_docx() -> bytes:
    """Return a Word document with every kind of part."""
    import docx

    document, stream = docx.Document(), io.BytesIO()
    document.add_heading(HEADLINE, 0)
    document.add_paragraph(LEAD)
    document.add_heading("What happened before", 2)
    document.add_paragraph("The market was closed for a week.", style="List Bullet")
    table = document.add_table(1, 2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Tal Marwan", "2 killed"
    document.add_paragraph(BODY)
    document.save(stream)
    return stream.getvalue()
