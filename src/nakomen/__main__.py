"""``python -m nakomen`` is the same as ``nakomen``."""

from nakomen.cli import main

if __name__ == "__main__":
    main()
