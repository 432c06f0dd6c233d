"""Run the command as ``python -m factcheck``."""

import sys

# ``-m`` puts the working folder in front of the import path: nothing may be imported from a folder that is checked.
if not sys.flags.safe_path:
    sys.path.pop(0)

from factcheck.cli import main

if __name__ == "__main__":
    sys.exit(main())
