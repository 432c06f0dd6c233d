"""
Word documents for tests, put together from markup as Word writes it.
"""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES = (
    f'xmlns:w="{WORD}" xmlns:r="{RELATIONS}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"'
)
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>'
    "</w:docDefaults>"
    '<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>'
)


def run(text: str, looks: str = "") -> str:
    """A run with a text, escaped already, in some looks."""
    properties = f"<w:rPr>{looks}</w:rPr>" if looks else ""
    return f'<w:r w:rsidR="00A1B2C3">{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str, style: str = "", end: str = "") -> str:
    """A paragraph of runs and other markup; bare text becomes a run."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    marked = f"<w:rPr>{end}</w:rPr>" if end else ""
    properties = f"<w:pPr>{named}{marked}</w:pPr>" if named or marked else ""
    inner = "".join(each if each.startswith("<") else run(each) for each in runs)
    return f'<w:p w14:paraId="1A2B3C4D" w:rsidR="00A1B2C3">{properties}{inner}</w:p>'


def inserted(markup: str) -> str:
    """A tracked insertion."""
    return f'<w:ins w:id="90" w:author="Ann" w:date="2025-07-14T08:00:00Z">{markup}</w:ins>'


def deleted(text: str) -> str:
    """A tracked deletion."""
    gone = f'<w:r><w:delText xml:space="preserve">{text}</w:delText></w:r>'
    return f'<w:del w:id="91" w:author="Ann" w:date="2025-07-14T08:00:00Z">{gone}</w:del>'


def table(*rows: list[str]) -> str:
    """A table; a cell is markup of paragraphs, or bare text."""
    return (
        "<w:tbl><w:tblPr/><w:tblGrid/>"
        + "".join(f"<w:tr>{''.join(map(_cell, row))}</w:tr>" for row in rows)
        + "</w:tbl>"
    )


def _cell(cell: str) -> str:
    if cell.startswith("<w:tc>"):
        return cell
    return f"<w:tc><w:tcPr/>{cell if cell.startswith('<') else paragraph(cell)}</w:tc>"


def notes(kind: str, **texts: str) -> str:
    """The part with the footnotes or endnotes, by their ids (``n1``), with the two lines that Word has in each."""
    lines = "".join(
        f'<w:{kind} w:type="{name}" w:id="{at}"><w:p><w:r><w:{name}/></w:r></w:p></w:{kind}>'
        for at, name in ((-1, "separator"), (0, "continuationSeparator"))
    )
    mark = f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:{kind}Ref/></w:r>'
    written = "".join(
        f'<w:{kind} w:id="{name[1:]}">{paragraph(mark, " " + text)}</w:{kind}>' for name, text in texts.items()
    )
    return f"{HEAD}<w:{kind}s {NAMESPACES}>{lines}{written}</w:{kind}s>"


def reference(kind: str, name: int) -> str:
    """The mark of a footnote or endnote in the text."""
    return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:{kind}Reference w:id="{name}"/></w:r>'


def comments(*texts: tuple[str, str, str]) -> str:
    """The part with the comments: id, author and text of each."""
    written = "".join(
        f'<w:comment w:id="{name}" w:author="{author}" w:date="2025-07-14T08:00:00Z" w:initials="X">'
        f"<w:p><w:r><w:annotationRef/></w:r>{run(text)}</w:p></w:comment>"
        for name, author, text in texts
    )
    return f"{HEAD}<w:comments {NAMESPACES}>{written}</w:comments>"


def document(body: str) -> str:
    """The part with the text."""
    page = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    return f"{HEAD}<w:document {NAMESPACES}><w:body>{body}{page}</w:body></w:document>"


def word(*body: str, styles: str = STYLES, other: dict[str, str | bytes] | None = None) -> bytes:
    """
    A whole file.

    Args:
        body: paragraphs and tables; bare text becomes a paragraph.
        styles: what the part with the styles holds.
        other: further parts by their names; those of notes and comments are related and typed as Word does it.
    """
    text = "".join(each if each.startswith("<") else paragraph(each) for each in body)
    parts: dict[str, str | bytes] = {
        "_rels/.rels": _relations([("officeDocument", "word/document.xml", "")]),
        "word/document.xml": document(text),
        "word/styles.xml": f"{HEAD}<w:styles {NAMESPACES}>{styles}</w:styles>",
        **(other or {}),
    }
    names = ["styles", *(name for name in ("footnotes", "endnotes", "comments") if f"word/{name}.xml" in parts)]
    parts.setdefault(
        "word/_rels/document.xml.rels",
        _relations([*((name, f"{name}.xml", "") for name in names), ("hyperlink", "https://example.org/", "External")]),
    )
    return packed({"[Content_Types].xml": _types(names), **parts})


def packed(parts: dict[str, str | bytes]) -> bytes:
    """A zip of parts."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def unpacked(content: bytes) -> dict[str, bytes]:
    """The parts of a file."""
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _relations(targets: list[tuple[str, str, str]]) -> str:
    rows = "".join(
        f'<Relationship Id="rId{at}" Type="{RELATIONS}/{kind}" Target="{target}"'
        f"{f' TargetMode={chr(34)}{mode}{chr(34)}' if mode else ''}/>"
        for at, (kind, target, mode) in enumerate(targets, 1)
    )
    return f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'


def _types(names: list[str]) -> str:
    rows = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{TYPES}.{name}+xml"/>' for name in names)
    return (
        f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{TYPES}.document.main+xml"/>{rows}</Types>'
    )
