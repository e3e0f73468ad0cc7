"""Every task of the project behind one command, on a machine that has only Python.

  python3 run.py                 open the window on the sample book
  python3 run.py test [...]      run the tests; further words go to pytest
  python3 run.py main [...]      run the program; --help lists its commands
  python3 run.py check           linters, types, layers and the size habits
  python3 run.py bench [...]     measure speed on large books
  python3 run.py build           make the stand-alone program in dist/
  python3 run.py pictures [...]  draw the windows and pages; --out names the folder

On Windows: py run.py. The first call makes the environment in .venv from requirements.txt;
later calls use it until that file, or the Python that calls, changes.
"""

from __future__ import annotations

import base64
import configparser
import ctypes
import hashlib
import html
import os
import re
import shutil
import ssl
import subprocess
import sys
import tempfile
import urllib.parse
import urllib.request
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent
LOCK = ROOT / "requirements.txt"
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "made-from.txt"
VERSION = "{}.{}".format(*sys.version_info)
PUBLIC_INDEX_HOST = "pypi.org"

# What Debian and Ubuntu leave out of a bare system: shared library or command -> package.
QT = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
}
WINDOW = {
    **QT,
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
BUILD = {**QT, "objdump": "binutils", f"libpython{VERSION}.so.1.0": f"libpython{VERSION}"}

# What the environment's Python is told to run, and what the system must have for it.
PROGRAM = (str(ROOT / "main.py"),)
TASKS = {
    "main": (PROGRAM, {}),
    "test": (("-m", "pytest"), QT),
    "check": ((), QT),
    "bench": (("-m", "bench"), QT),
    "build": (("-m", "PyInstaller", "--noconfirm", "build.spec"), BUILD),
    "pictures": (("-m", "ui.pictures"), QT),
}
CHECKS = {
    "ruff check": ("-m", "ruff", "check"),
    "ruff format": ("-m", "ruff", "format", "--check"),
    "mypy": ("-m", "mypy"),
    "import-linter": ("-c", "from importlinter.cli import lint_imports_command as c; c()"),
    "sizes": ("-m", "pytest", "--quiet", "tests/project/test_sizes.py"),
}


def say(message: str) -> None:
    """Tell the person at the terminal; standard output belongs to the task."""
    print(message, file=sys.stderr, flush=True)


def call(*command: str, **options: Any) -> int:
    """Run a command to its end and return its exit code, also when Ctrl+C ends it."""
    with subprocess.Popen(command, **options) as process:
        while True:
            try:
                code: int = process.wait()
            except KeyboardInterrupt:
                continue  # the terminal told the task as well; it closes in its own way
            return code if code >= 0 else 128 - code


def succeeds(*command: str) -> bool:
    """Run a command without a sound and say whether it worked."""
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


# The environment
def stamp() -> str:
    """Name what an environment is made from: this Python's version and the lock file."""
    return f"{VERSION} {hashlib.sha256(LOCK.read_bytes()).hexdigest()}"


def stamped() -> str:
    """Name what the present environment was made from; empty when there is none."""
    return STAMP.read_text(encoding="utf-8") if PYTHON.exists() and STAMP.exists() else ""


def set_up() -> None:
    """Make or renew the environment unless it is up to date."""
    if stamped() == stamp():
        return
    with Path(__file__).open("r+b") as turn:
        if hasattr(os, "lockf"):  # a second call waits here for the first; not on Windows
            os.lockf(turn.fileno(), os.F_LOCK, 0)
        if stamped() != stamp():
            renew()


def renew() -> None:
    """Bring the environment to what the lock file says; make it anew for another Python."""
    say("Setting up the environment in .venv; this takes a minute or two ...")
    if stamped().partition(" ")[0] != VERSION:
        make_environment()
    STAMP.unlink(missing_ok=True)
    install()
    STAMP.write_text(stamp(), encoding="utf-8")


def make_environment() -> None:
    """Make an empty environment, with pip where this Python brings it along."""
    python = getattr(sys, "_base_executable", sys.executable)
    command = [python, "-m", "venv", "--clear", str(VENV)]
    # Debian keeps ensurepip in a package of its own; pip is fetched by its hash then.
    if not succeeds(*command) and call(*command, "--without-pip", stdout=sys.stderr):
        sys.exit(f"The environment could not be made in {VENV}; Python says why above.")


def install() -> None:
    """Install exactly what the lock file names, each file checked by its hash."""
    pip = [str(PYTHON), "-m", "pip"]
    words = ["install", "-qq", "--disable-pip-version-check", "--only-binary=:all:"]
    words += ["--require-hashes", "-r", str(LOCK)]
    with tempfile.TemporaryDirectory() as folder:
        path = {} if succeeds(*pip, "--version") else {"PYTHONPATH": fetch_pip(Path(folder))}
        if call(*pip, *words, env={**os.environ, **path}, stdout=sys.stderr):
            sys.exit("The packages of requirements.txt could not be installed; pip says why above.")


# A first pip, for a Python that has none
def pip_setting(name: str) -> str:
    """Read a setting as pip would: its environment variable, else its files."""
    user = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config", "pip/pip.conf")
    own = os.environ.get("PIP_CONFIG_FILE", os.devnull)
    parser = configparser.RawConfigParser()
    parser.read(["/etc/xdg/pip/pip.conf", "/etc/pip.conf", user, own], "utf-8")
    kept = parser.get("install", name, fallback="") or parser.get("global", name, fallback="")
    return os.environ.get("PIP_" + name.upper().replace("-", "_")) or kept


def download(address: str) -> tuple[str, bytes]:
    """Fetch an address; return the address that answered at last, and the answer."""
    parts = urllib.parse.urlsplit(address)
    bare = parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()
    request = urllib.request.Request(bare)
    if parts.username:
        who = urllib.parse.unquote(f"{parts.username}:{parts.password or ''}").encode()
        request.add_unredirected_header("Authorization", f"Basic {base64.b64encode(who).decode()}")
    trust = ssl.create_default_context(cafile=pip_setting("cert") or None)
    with urllib.request.urlopen(request, timeout=60, context=trust) as answer:
        return answer.geturl(), answer.read()


def locked_pip() -> tuple[str, list[str]]:
    """Return the file name of the locked pip and the hashes it may have."""
    text = LOCK.read_text(encoding="utf-8")
    version, hashes = re.findall(r"^pip==(\S+)((?:[\s\\]+--hash=\S+)+)", text, re.MULTILINE)[0]
    return f"pip-{version}-py3-none-any.whl", re.findall(r"sha256:(\w+)", hashes)


def fetch_pip(folder: Path) -> str:
    """Fetch pip from the configured index into a folder; return where it runs from."""
    name, hashes = locked_pip()
    index = pip_setting("index-url") or f"https://{PUBLIC_INDEX_HOST}/simple"
    try:
        page, text = download(index.rstrip("/") + "/pip/")
        links = re.findall(f'href="([^"]*{re.escape(name)}[^"]*)"', text.decode())
        wheel = download(urllib.parse.urljoin(page, html.unescape("".join(links[:1]))))[1]
    except OSError as error:
        sys.exit(f"pip could not be fetched from the package index: {error}")
    if hashlib.sha256(wheel).hexdigest() not in hashes:
        sys.exit(f"The package index has no {name} with the hash that requirements.txt asks for.")
    (folder / name).write_bytes(wheel)
    return str(folder / name)


# The system underneath
def is_there(need: str) -> bool:
    """Look for a shared library or a command."""
    try:
        return bool(ctypes.CDLL(need))
    except OSError:
        return shutil.which(need) is not None


def require_system(needs: dict[str, str]) -> None:
    """Install missing system packages when allowed to; else say what to type."""
    missing = [need for need in needs if sys.platform == "linux" and not is_there(need)]
    if not missing:
        return
    if not shutil.which("apt-get"):
        sys.exit(f"Please install what this system lacks, then try again: {' '.join(missing)}")
    packages = [needs[need] for need in missing]
    get = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    advice = f"Some system packages are missing. Please type: sudo {' '.join(get)}"
    if os.geteuid() != 0:
        sys.exit(advice)
    say(f"Installing system packages: {' '.join(packages)} ...")
    os.environ["DEBIAN_FRONTEND"] = "noninteractive"
    if not succeeds("apt-get", "update") or not succeeds(*get):
        sys.exit(advice)


def x_server_answers() -> bool:
    """Try the X server; as long as the library for it is missing, hope for the best."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    answers = bool(xcb.xcb_connection_has_error(connection) == 0)
    xcb.xcb_disconnect(connection)
    return answers


def require_screen() -> None:
    """End before Qt would abort for want of a screen; only Linux is run without one."""
    chosen = os.environ.get("QT_QPA_PLATFORM", "xcb").startswith(("xcb", "wayland"))
    if sys.platform != "linux" or not chosen or os.environ.get("WAYLAND_DISPLAY"):
        return
    if not os.environ.get("DISPLAY") or not x_server_answers():
        sys.exit("There is no screen here. Without one, try: python3 run.py main --help")


# The tasks
def opens_window(words: list[str]) -> bool:
    """Say whether main.py opens its window: without a command, and after making the sample."""
    while words and words[0] in {"--book", "--lang"}:
        words = words[2:]
    return not words or (words[0] == "demo" and not {"--out", "--help", "-h"} & set(words))


def run(command: tuple[str, ...], words: list[str]) -> int:
    """Run one command with the environment's Python."""
    inside = {"env": {**os.environ, "QT_QPA_PLATFORM": "offscreen"}, "cwd": ROOT}
    # The program stays where the person stands, whose words may name files there.
    return call(str(PYTHON), *command, *words, **({} if command == PROGRAM else inside))


def check() -> int:
    """Run every check, also after one has failed, and name those that did."""
    failed = []
    for name, command in CHECKS.items():
        say(f"--- {name}")
        if run(command, []):
            failed.append(name)
    say(f"Failed: {', '.join(failed)}" if failed else "All checks passed.")
    return 1 if failed else 0


def main(words: list[str]) -> int:
    """See to what the task needs, and run it."""
    if not (3, 11) <= sys.version_info[:2] <= (3, 14) or sys.maxsize < 2**32:
        sys.exit(f"This needs Python 3.11 to 3.14 in 64 bits, and {sys.executable} is {VERSION}.")
    name, *rest = words or ["main", "demo"]
    if name not in TASKS:
        say(__doc__)
        return 0 if name in {"-h", "--help", "help"} else 2
    command, needs = TASKS[name]
    if name == "main" and opens_window(rest):
        require_screen()
        require_system(WINDOW)
        require_screen()  # again, now that the library to ask with is there
    require_system(needs)
    set_up()
    return check() if name == "check" else run(command, rest)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
