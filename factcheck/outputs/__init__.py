"""Renderers of a run: each takes the same result and returns text; none reads or writes anything."""
