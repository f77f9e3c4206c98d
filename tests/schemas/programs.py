"""Programs written in Python, in an environment of their own that makes their schemas."""

import shutil
import sys
from pathlib import Path

from tests.schemas.fetch import _run, absent, kept

HERE = Path(__file__).parent


def made(name: str) -> Path:
    """
    What ``NAME_sql.py`` writes with the packages of ``NAME.txt`` at hand.

    Versions are exact and all are listed, so that nothing is resolved: that takes minutes.
    """
    wanted, program = HERE / f"{name}.txt", HERE / f"{name}_sql.py"
    uv = shutil.which("uv") or absent("uv is not on the path")

    def write(folder: Path) -> None:
        home = folder / "environment"
        python = home / "bin" / "python"
        _run([uv, "venv", "--quiet", "--python", sys.executable, str(home)])
        install = [uv, "pip", "install", "--quiet", "--no-deps", "--python", str(python)]
        _run([*install, "--requirement", str(wanted)])
        _run([str(python), "-P", str(program), str(folder)], folder)
        shutil.rmtree(home)

    stamps = f"{wanted.stat().st_mtime_ns:x}-{program.stat().st_mtime_ns:x}"
    return kept(f"programs-{name}-{stamps}", write)
