"""The annotated article: one self-contained page of HTML, the story on the left and the evidence on the right."""

from factcheck.outputs.html.choices import Choices
from factcheck.outputs.html.document import page_names, render_finding, render_html, render_pages

__all__ = ["Choices", "page_names", "render_finding", "render_html", "render_pages"]
