"""
Claims files: YAML to articles, with every fault at its place; and the JSON Schema that editors check them with.
"""

from __future__ import annotations

from factcheck.claim_files.json_schema import schema
from factcheck.claim_files.read import problem_of, read_claims, read_claims_text, read_lines

__all__ = ["problem_of", "read_claims", "read_claims_text", "read_lines", "schema"]
