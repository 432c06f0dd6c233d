"""
Live resolvers: one module for each public service, all through one transport.

A resolver of this kind is a class with ``live = True``, a ``name``, its ``service`` (facts for people and for the
transport), ``covers(query)`` and ``resolve(queries)``; it is made with an ``Access``.
"""

from __future__ import annotations
