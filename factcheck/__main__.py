"""
Run the command as ``python -m factcheck``.

Python looks for this package in the working folder first: a folder ``factcheck`` there runs in place of it. Where the
folder is not trusted use the installed command ``factcheck``, or ``python -P -m factcheck``.
"""

import sys

# ``-m`` puts the working folder in front of the import path: once we run, nothing more is imported from there.
if not sys.flags.safe_path:
    sys.path.pop(0)

from factcheck.cli import main

if __name__ == "__main__":
    sys.exit(main())
