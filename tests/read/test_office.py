"""Press releases as PDF and DOCX."""

import io

import pytest

from kg.errors import UnreadableArticle
from kg.read import read

pytest.importorskip("pypdfium2", reason="the extra 'office' is not installed")
TITLE = "Fiji and Chile agree on fish"
FIRST = "The Ministers of Trade of Fiji and Chile signed a memorandum of understanding on fisheries in Suva on Tuesday, after two years of talks between the two governments about quotas and ports."
SECOND = "Both ministers said that the first joint committee would convene in October."


def pdf(*paragraphs):
    from fpdf import FPDF

    document = FPDF()
    document.add_page()
    document.set_font("helvetica", size=12)
    for paragraph in paragraphs:
        document.multi_cell(0, 6, paragraph, new_x="LMARGIN", new_y="NEXT")
        document.ln(6)
    document.set_title(TITLE)
    document.set_author("Press Office")
    return bytes(document.output())


def test_a_pdf_flows_its_lines_into_paragraphs(tmp_path):
    path = tmp_path / "press.pdf"
    path.write_bytes(pdf(TITLE, "15 April 2025", FIRST, SECOND))
    article = next(read(path))
    assert (article.title, article.published, article.author, article.lang) == (TITLE, "2025-04-15", "Press Office", "en")
    assert article.text.split("\n\n") == [TITLE, "15 April 2025", FIRST, SECOND]


def test_a_pdf_without_text_and_a_broken_one_say_so(tmp_path):
    for data, said in ((pdf(), "without text"), (b"%PDF-1.7 broken", "cannot be opened")):
        (tmp_path / "x.pdf").write_bytes(data)
        with pytest.raises(UnreadableArticle, match=said):
            next(read(tmp_path / "x.pdf"))


def test_a_word_file_gives_paragraphs_and_tables(tmp_path):
    import docx

    document = docx.Document()
    document.core_properties.title = TITLE
    for paragraph in (TITLE, "15 April 2025", FIRST):
        document.add_paragraph(paragraph)
    document.add_table(rows=1, cols=1).cell(0, 0).text = SECOND
    out = io.BytesIO()
    document.save(out)
    (tmp_path / "press.docx").write_bytes(out.getvalue())
    article = next(read(tmp_path / "press.docx"))
    assert (article.title, article.published) == (TITLE, "2025-04-15")
    assert article.text.split("\n\n") == [TITLE, "15 April 2025", FIRST, SECOND]
    (tmp_path / "broken.docx").write_bytes(out.getvalue()[:2000])
    with pytest.raises(UnreadableArticle, match="cannot be opened"):
        next(read(tmp_path / "broken.docx"))
