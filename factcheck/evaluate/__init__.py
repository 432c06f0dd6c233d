"""Evaluating a statement on observations: which figures decide, and what they give."""
