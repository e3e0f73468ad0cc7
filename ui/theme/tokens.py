"""The colours of the window as data, for light and dark.

Nothing else in ``ui`` names a colour: style sheet, delegates, charts and icons
ask for a token.
"""

from __future__ import annotations

from typing import Final, NamedTuple


class Tokens(NamedTuple):
    """One theme. ``colours`` by token name; the ramps are lists for charts."""

    name: str
    colours: dict[str, str]
    ageing: tuple[str, ...]
    heat: tuple[str, ...]
    ranks: tuple[str, ...]


LIGHT: Final = Tokens(
    name="light",
    colours={
        "chrome": "#ECEEF0",
        "window": "#F3F4F5",
        "pane": "#FFFFFF",
        "raised": "#FAFBFB",
        "head": "#F7F8F9",
        "desk": "#CFD4D9",
        "border": "#D9DDE1",
        "grid": "#ECEEF0",
        "field": "#8E969E",
        "button": "#BFC5CB",
        "text": "#1D2228",
        "text-2": "#555E68",
        "text-3": "#656E78",
        "accent": "#17678A",
        "accent-hover": "#125570",
        "on-accent": "#FFFFFF",
        "accent-soft": "#E4EFF4",
        "select": "#DCEBF2",
        "select-idle": "#EAF0F3",
        "hover": "#F3F6F7",
        "red": "#B3302A",
        "red-soft": "#FAE9E7",
        "amber": "#8A5A00",
        "amber-soft": "#FAF0DA",
        "green": "#26734A",
        "green-soft": "#E4F2EA",
        "neutral-soft": "#ECEEF0",
        "mark": "#FFE9A8",
        "mark-text": "#1D2228",
        "billed": "#BDD5E0",
        "received": "#17678A",
        "paper": "#FFFFFF",
    },
    ageing=("#A9C7D5", "#F0CDC6", "#E2A297", "#CF766A", "#B3302A", "#6F1A16"),
    heat=("#EEF1F3", "#F3ECDD", "#F6DFC9", "#F0C0B4", "#DE9184"),
    ranks=("#17678A", "#3B819E", "#6099B0", "#84B0C2", "#A9C7D5", "#CBDDE5", "#ECEEF0"),
)

DARK: Final = Tokens(
    name="dark",
    colours={
        "chrome": "#15181B",
        "window": "#1A1D20",
        "pane": "#212529",
        "raised": "#262B30",
        "head": "#262B30",
        "desk": "#111315",
        "border": "#363C43",
        "grid": "#2B3036",
        "field": "#737C86",
        "button": "#4A525A",
        "text": "#E4E7EA",
        "text-2": "#A9B1BA",
        "text-3": "#949DA7",
        "accent": "#62B2D4",
        "accent-hover": "#7CC3E0",
        "on-accent": "#0E1B22",
        "accent-soft": "#1B3542",
        "select": "#1D3D4C",
        "select-idle": "#2A3238",
        "hover": "#282E33",
        "red": "#F2857C",
        "red-soft": "#43231F",
        "amber": "#E2B25C",
        "amber-soft": "#3B2F18",
        "green": "#74C596",
        "green-soft": "#1D3728",
        "neutral-soft": "#30363C",
        "mark": "#5E4B12",
        "mark-text": "#F5E7BC",
        "billed": "#355A69",
        "received": "#62B2D4",
        "paper": "#FFFFFF",
    },
    ageing=("#41707F", "#7A4B45", "#9C564D", "#C0665B", "#E8786E", "#F9B4AD"),
    heat=("#2A3238", "#3B3524", "#4E3B24", "#5C312B", "#8A3D35"),
    ranks=("#62B2D4", "#5499B6", "#468098", "#38677A", "#2D4B58", "#27383F", "#30363C"),
)

THEMES: Final = {"light": LIGHT, "dark": DARK}
