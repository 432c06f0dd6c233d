"""Drafting: from a story to its claims file, with what is left for a person to choose."""
