"""
Other people's packages, fetched through a package manager when a test needs them.

Nothing of theirs stands in this repository. What was fetched is kept in a cache folder, so that a
second run waits for nothing. Absence fails in CI and is a skip with the reason elsewhere.
"""

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

CACHE = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "nakomen-schemas"
_PATIENCE_S = 240


def debian(package: str) -> Path:
    """The files of a Debian package, unpacked; it is not installed."""

    def unpack(folder: Path) -> None:
        _debian_file(package, folder)
        (file,) = folder.glob("*.deb")
        _run(["dpkg-deb", "-x", str(file), str(folder)])
        file.unlink()

    return kept(f"debian-{package}", unpack)


def npm(package: str) -> Path:
    """The files of an npm package (``name@version``), unpacked; nothing of it runs."""

    def unpack(folder: Path) -> None:
        _run(["npm", "pack", "--silent", package], folder)
        (file,) = folder.glob("*.tgz")
        _run(["tar", "-xzf", str(file), "-C", str(folder)])
        file.unlink()

    return kept("npm-" + package.replace("/", "-"), unpack)


def python(packages: Sequence[str], script: Path, name: str) -> Path:
    """
    What *script* writes into the folder it is given, run once with *packages* at hand.

    They live in an environment of their own that is thrown away; none is a dependency of ours.
    """
    uv = shutil.which("uv") or absent("uv is not on the path")

    def write(folder: Path) -> None:
        given = [word for package in packages for word in ("--with", package)]
        base = [uv, "run", "--no-project", "--quiet", "--python", sys.executable]
        _run([*base, *given, "python", str(script), str(folder)], folder)

    # A script that changed makes its files again.
    return kept(f"python-{name}-{script.stat().st_mtime_ns:x}", write)


def kept(name: str, make: Callable[[Path], None]) -> Path:
    """The folder *name* of the cache, made once, by one process."""
    CACHE.mkdir(parents=True, exist_ok=True)
    done = CACHE / name
    with (CACHE / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            half = CACHE / f"{name}.half"
            shutil.rmtree(half, ignore_errors=True)
            half.mkdir()
            make(half)
            half.rename(done)
    return done


def absent(reason: str) -> str:
    """Fails in CI, skips elsewhere; never returns."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"CI holds the map against schemas of others: {reason}")
    pytest.skip(reason)


def _debian_file(package: str, folder: Path) -> None:
    command = ["apt-get", "download", "-q", package]
    if not shutil.which("apt-get"):
        absent(f"apt-get, which brings {package}, is not on this machine")
    if _did(command, folder):
        return
    _did(["apt-get", "update", "-qq"], folder)
    if not _did(command, folder):
        absent(f"Debian's package {package} could not be fetched")


def _did(command: Sequence[str], folder: Path) -> bool:
    done = subprocess.run(
        command, cwd=folder, capture_output=True, check=False, timeout=_PATIENCE_S
    )
    return done.returncode == 0


def _run(command: Sequence[str], folder: Path | None = None) -> None:
    try:
        subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=_PATIENCE_S)
    except FileNotFoundError:
        absent(f"{command[0]} is not on this machine")
    except subprocess.CalledProcessError as error:
        absent(f"{command[0]} ended with {error.returncode}: {error.stderr.decode()[-400:]}")
