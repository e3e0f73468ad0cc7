"""Pictures of every screen, in both languages, light and dark: ``python -m ui.pictures``.

They are made of the sample book through the program's own wiring, so that they
cannot go stale. ``main.py`` is imported only here, and only when asked for.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Final

from ui.ports import Ports

SIZE: Final = (1366, 768)
LOOKS: Final = ("light", "dark")
LANGUAGES: Final = ("zh", "en")


def take(ports: Ports, out: Path, *, size: tuple[int, int] = SIZE) -> list[Path]:
    """Write a picture of each screen in each language and look; return the files."""
    from ui.app import make_window
    from ui.check import open_sample, settle, visit
    from ui.theme import theme

    out.mkdir(parents=True, exist_ok=True)
    made: list[Path] = []
    window = make_window(ports, language="zh")
    window.resize(*size)
    window.show()
    window.show_welcome()
    window.activateWindow()

    def shot(name: str, language: str, look: str) -> None:
        path = out / f"{name}-{language}-{look}.png"
        window.grab().save(str(path))
        made.append(path)

    def each(walk: Callable[[str, str], None]) -> None:
        for language in LANGUAGES:
            window.set_language(language)
            for look in LOOKS:
                theme().choose(look)
                settle(window)
                walk(language, look)

    each(lambda language, look: shot("welcome", language, look))
    open_sample(window)

    def screens(language: str, look: str) -> None:
        for name in visit(window):
            shot(name, language, look)

    each(screens)
    window.close()
    return made


def main(argv: Sequence[str] | None = None, wire: Callable[[], Ports] | None = None) -> int:
    """Take the pictures; ``wire`` gives the ports, the program's own by default."""
    parser = argparse.ArgumentParser(prog="python -m ui.pictures", description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("pictures"), metavar="DIR")
    args = parser.parse_args(argv)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="qingzhang-pictures-") as folder:
        ports = import_module("main").wire()[0] if wire is None else wire()
        own = replace(ports, config_dir=None, data_dir=Path(folder))
        made = take(own, args.out)
    sys.stdout.write(f"{len(made)} pictures in {args.out}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
