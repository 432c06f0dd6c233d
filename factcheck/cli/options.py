"""
Options that are more than text: a day, a size.
"""

from __future__ import annotations

import re
from datetime import date

import click

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
SIZE = re.compile(r"([0-9]{1,9}) ?(?:([KMG])(?:i?B)?)?", re.IGNORECASE)
POWERS = {None: 0, "K": 10, "M": 20, "G": 30}


def read_day(ctx: click.Context, param: click.Parameter, value: str | None) -> date | None:
    """Read an option that is a day, written as 2025-07-14."""
    if value is None:
        return None
    if not DAY.fullmatch(value):
        raise click.BadParameter(f"{value!r} is no day; write it as 2025-07-14", ctx, param)
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"there is no day {value}", ctx, param) from None


def read_size(ctx: click.Context, param: click.Parameter, value: str | None) -> int | None:
    """Read an option that is a size into bytes: 500K, 16M or a number of bytes."""
    if value is None:
        return None
    found = SIZE.fullmatch(value)
    if found is None or not int(found[1]):
        what = f"{value!r} is no size; write it as 500K, 16M or a number of bytes"
        raise click.BadParameter(what, ctx, param)
    return int(found[1]) << POWERS[found[2].upper() if found[2] else None]
