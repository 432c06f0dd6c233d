"""
What ``factcheck init`` starts a folder with: the files, and writing them all or none.
"""

from factcheck.starter.files import CI, Starter, starter_files
from factcheck.starter.write import Made, write_files

__all__ = ["CI", "Made", "Starter", "starter_files", "write_files"]
