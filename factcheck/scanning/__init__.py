"""Scanning: every figure, period and date of a draft, with what the words around it say."""

from __future__ import annotations

from factcheck.scanning.mention import Belongs, Mention, MentionKind

__all__ = ["Belongs", "Mention", "MentionKind"]
