"""
Paths as the readers of a report know them: from the root of the repository, from the folder of the run, as URIs.
"""

from __future__ import annotations

from posixpath import dirname, join, normpath, relpath
from urllib.parse import quote

from factcheck.errors import Location
from factcheck.findings import Report, Uncovered
from factcheck.outputs.result import Result


def from_root(path: str, result: Result) -> str:
    """The path from the root of the repository, ``../`` first where it lies outside."""
    return relpath(join(result.folder, path), result.root) if result.root else normpath(path)


def from_folder(path: str, result: Result) -> str:
    """The path from the folder of the run."""
    return relpath(join(result.folder, path), result.folder) if result.folder else normpath(path)


def draft_of(report: Report) -> str:
    """The draft of an article, from where its claims file's own path starts; blank without a draft."""
    return normpath(join(dirname(report.path), report.draft)) if report.draft else ""


def place_of(each: Uncovered, report: Report) -> Location:
    """Where a figure without a claim stands; its path, like that of the claims file, from the folder of the run."""
    at = each.location
    return Location(draft_of(report), at.line, at.column) if report.draft and at.path == report.draft else at


def as_uri(path: str) -> str:
    """A relative path as a relative reference (RFC 3986): all but letters, digits and ``/._-~`` percent-encoded."""
    try:
        octets = path.encode("utf-8", "surrogateescape")  # a file name in no encoding has its own bytes back
    except UnicodeEncodeError:
        octets = path.encode("utf-8", "surrogatepass")
    return quote(octets, safe="/")
