"""Run the command line with `python -m according`."""

from according.cli import main

if __name__ == "__main__":
    main()
