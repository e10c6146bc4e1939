"""The program's entry. The render worker's process imports this too, so nothing of the window may be imported here."""

import multiprocessing
import sys


def main() -> None:
    """Run the program and end with its exit code."""
    multiprocessing.freeze_support()
    from humas_desk.app import main as run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
