"""Scanning: every figure, period and date of a draft, with what the words around it say."""

from __future__ import annotations

from factcheck.scanning.mention import CHECKABLE, Belongs, Mention, MentionKind
from factcheck.scanning.scan import scan

__all__ = ["CHECKABLE", "Belongs", "Mention", "MentionKind", "scan"]
