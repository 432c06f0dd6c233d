"""Drafts: articles as people keep them, read into their words with the way back to the file."""

from factcheck.drafts.read import MAX_DRAFT, draft_of_bytes, draft_of_text, read_draft

__all__ = ["MAX_DRAFT", "draft_of_bytes", "draft_of_text", "read_draft"]
