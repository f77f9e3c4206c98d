#!/usr/bin/env python3
"""
Sets this checkout up and starts it, on a machine with only Python and git.

    python3 start.py demo     the circle on a fictional provider
    python3 start.py test     every check there is

All it does itself is find or install uv, and hand it the Python that runs this file; uv then
installs what `uv.lock` names. It runs on old Pythons too, to be able to say that they are old.
"""

import importlib.util
import os
import shutil
import site
import subprocess
import sys
import sysconfig

ROOT = os.path.dirname(os.path.abspath(__file__))
OLD = """\
nakomen needs Python 3.11 or later; this is {}. Run this file with a later one,
such as: python3.12 start.py
nakomen heeft Python 3.11 of later nodig; dit is {}. Voer dit bestand uit met een latere,
zoals: python3.12 start.py"""
NO_UV = """\
uv could not be installed with this Python. Install it yourself, then run this again:
  Debian, Ubuntu:  sudo apt-get install python3-pip
  elsewhere:       https://docs.astral.sh/uv/getting-started/installation/
uv kon met deze Python niet worden geinstalleerd. Installeer het zelf en probeer het dan opnieuw;
hoe dat gaat staat hierboven. Wat pip ervan zei:
{}"""
OFF_PATH = """\
uv is in {0}, which is not on your PATH. To use it yourself / om het zelf te gebruiken:
  export PATH="{0}:$PATH"
"""
PACKAGES = os.path.join(ROOT, "scripts", "system-packages")
PRIVATE = os.path.join(ROOT, ".venv-uv")


def main(words):
    if sys.version_info < (3, 11):  # noqa: UP036  this file is for whoever has an older one
        sys.exit(OLD.format(sys.version.split()[0], sys.version.split()[0]))
    if not words or words[0] not in ("demo", "test"):
        sys.exit(__doc__)
    os.environ.setdefault("UV_PYTHON", getattr(sys, "_base_executable", sys.executable))
    uv = found_uv() or installed_uv()
    set_up(uv)
    if words[0] == "demo":
        command = ["nakomen", *words]
    else:
        run(["sh", PACKAGES])
        command = ["just", "--justfile", os.path.join(ROOT, "Justfile"), *words]
    sys.exit(run([uv, "run", "--project", ROOT, "--frozen", *command]))


def found_uv():
    """A uv that answers: a version manager's shim can stand on the PATH with nothing behind it."""
    places = os.environ.get("PATH", "").split(os.pathsep) + script_folders()
    for place in places:
        uv = shutil.which("uv", path=place)
        if uv and run([uv, "--version"], quiet=True) == 0:
            tell_where(uv)
            return uv
    return None


def script_folders():
    """Where pip puts programs: this Python's folder, the user's, Debian's, our own."""
    user = os.path.join(site.getuserbase(), "bin")
    return [sysconfig.get_path("scripts"), user, "/usr/local/bin", os.path.join(PRIVATE, "bin")]


def installed_uv():
    say("installing uv / uv wordt geinstalleerd")
    if importlib.util.find_spec("pip") is None:
        run(["sh", PACKAGES, "python3-pip"])
    install = ["-m", "pip", "install", "--quiet", "uv"]
    pip, venv = [sys.executable, *install], [sys.executable, "-m", "venv", PRIVATE]
    reasons = []
    # The second is for Debian's "externally managed" Python: uv is one program without
    # dependencies, so it breaks nothing of the system's.
    for command in (pip, [*pip, "--break-system-packages"], venv):
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        reasons.append(done.stdout.decode(errors="replace").strip())
        if done.returncode == 0 and command is venv:
            run([os.path.join(PRIVATE, "bin", "python"), *install])
        if done.returncode == 0 and shutil.which("pyenv"):
            run(["pyenv", "rehash"], quiet=True)
        uv = found_uv()
        if uv:
            return uv
    sys.exit(NO_UV.format("\n".join(reasons)))


def set_up(uv):
    """Install what the lock file names, trusting the certificates that git trusted."""
    os.environ.setdefault("UV_SYSTEM_CERTS", "1")
    os.environ.setdefault("UV_NATIVE_TLS", "1")  # the same, as older uv spells it
    failed = run([uv, "sync", "--project", ROOT, "--frozen"])
    if failed:
        sys.exit(failed)


def tell_where(uv):
    if not shutil.which("uv"):
        say(OFF_PATH.format(os.path.dirname(uv)))


def run(command, quiet=False):
    sink = subprocess.DEVNULL if quiet else None
    try:
        return subprocess.run(command, stdout=sink, stderr=sink).returncode
    except OSError as error:
        say(error)
        return 127


def say(text):
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
