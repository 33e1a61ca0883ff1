"""`python -m lorbeer`."""

from lorbeer.cli import app

if __name__ == "__main__":
    app(prog_name="lorbeer")
