"""Small PDFs for the tests of loading."""

from fpdf import FPDF

TITLE = "Preis für die Bücherei Talheim"
BODY = (
    "Talheim, 12. Mai 2024. Das Land zeichnete am Freitag die Bücherei mit dem Lesepreis aus. "
    "Die Jury lobte die Arbeit mit Kindern und Jugendlichen, die seit vielen Jahren besteht."
)


def page(pdf: FPDF | None = None) -> FPDF:
    """A new page in 11 points."""
    pdf = pdf or FPDF(format="A4")
    pdf.set_auto_page_break(False)
    pdf.add_page()
    pdf.set_font("Helvetica", size=11)
    return pdf


def put(pdf: FPDF, x: float, y: float, *lines: str, size: float = 11, style: str = "") -> float:
    """Lines one under the other, in millimetres from the upper left; where the next would be."""
    pdf.set_font("Helvetica", style, size)
    for line in lines:
        pdf.text(x, y, line)
        y += size * 0.46
    return y


def wrapped(text: str, width: int) -> list[str]:
    """The words of a text in lines of at most `width` letters."""
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def saved(pdf: FPDF) -> bytes:
    """The bytes of a PDF."""
    return bytes(pdf.output())
