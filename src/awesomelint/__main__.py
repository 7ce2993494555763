"""`python -m awesomelint` is the `awesomelint` command."""

import sys

from awesomelint.cli import main

sys.exit(main())
