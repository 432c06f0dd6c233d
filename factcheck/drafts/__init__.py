"""Drafts: articles as people keep them, read into their words with the way back to the file."""
