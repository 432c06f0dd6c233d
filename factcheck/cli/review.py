"""
The options of ClaimReview: who reviews whom; and when a review may not be written.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

import click

from factcheck.errors import SettingsError

if TYPE_CHECKING:
    from factcheck.cli.formats import Target
    from factcheck.findings import Report
    from factcheck.outputs.claimreview import Review

F = TypeVar("F", bound=Callable[..., Any])
CLAIMREVIEW = "claimreview"


def review_options(command: F) -> F:
    """Add --reviewer, --reviewer-url, --author, --appearance and --review-page; ``read_review`` reads them."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def read_review(
    targets: Sequence[Target],
    reviewer: str | None,
    reviewer_url: str | None,
    author: str | None,
    appearance: str | None,
    review_page: str | None,
) -> Review | None:
    """
    Who reviews whom; None where nobody asks for reviews.

    Raises:
        UsageError: an option is missing, or given for nothing.
    """
    needed = {"--reviewer": reviewer, "--reviewer-url": reviewer_url, "--author": author, "--appearance": appearance}
    if all(target.format != CLAIMREVIEW for target in targets):
        for name, value in {**needed, "--review-page": review_page}.items():
            if value is not None:
                raise click.UsageError(f"{name} is for --output-format {CLAIMREVIEW}; leave it out")
        return None
    missing = ", ".join(name for name, value in needed.items() if value is None or not value.strip())
    if missing:
        raise click.UsageError(
            f"{CLAIMREVIEW} says who reviews whose article, and claims files do not say it: add {missing}"
        )
    from factcheck.outputs.claimreview import Review

    return Review(reviewer or "", reviewer_url or "", author or "", appearance or "", review_page or "")


def refuse_review(review: Review | None, reports: Sequence[Report]) -> None:
    """
    Look at the articles before a review is written.

    Raises:
        SettingsError: there are several, or one is a story of one's own.
    """
    if review is None:
        return
    if len(reports) > 1:
        raise SettingsError(
            f"{CLAIMREVIEW} is about the article at --appearance, and {len(reports)} claims files are named: name one"
        )
    for report in reports:
        if report.draft:
            raise SettingsError(
                f"{report.path} is about a draft of your own (article: {report.draft}), and {CLAIMREVIEW} is for "
                "articles of others; a claims file about such an article has no article key"
            )


def _read_address(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    if value is None:
        return None
    try:
        parts = urlsplit(value)
    except ValueError:
        raise click.BadParameter(f"{value!r} is no address", ctx, param) from None
    plain = value.isascii() and value.isprintable() and not set(' <>"\\^`{|}') & set(value)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username or parts.fragment or not plain:
        raise click.BadParameter(
            f"{value!r}: write an address without a fragment, as https://example.org/page", ctx, param
        )
    return value


def _option(name: str, metavar: str, says: str) -> Callable[[F], F]:
    address = _read_address if metavar == "URL" else None
    return click.option(name, metavar=metavar, callback=address, help=says)


_OPTIONS = (
    _option("--reviewer", "NAME", "claimreview: the organisation that publishes the review."),
    _option("--reviewer-url", "URL", "claimreview: its address."),
    _option("--author", "NAME", "claimreview: who published the article."),
    _option("--appearance", "URL", "claimreview: the address of the article."),
    _option("--review-page", "URL", "claimreview: the page that the review will stand on."),
)
