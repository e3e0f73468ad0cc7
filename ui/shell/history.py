"""Back and forward over addresses."""

from __future__ import annotations


class History:
    """Addresses visited; opening a new one drops what lay ahead."""

    def __init__(self) -> None:
        self._visited: list[str] = []
        self._at = -1

    def visit(self, address: str) -> None:
        """Add an address, unless it is the current one."""
        if self._at >= 0 and self._visited[self._at] == address:
            return
        del self._visited[self._at + 1 :]
        self._visited.append(address)
        self._at += 1

    def can_go(self, step: int) -> bool:
        """Whether there is an address ``step`` away (-1 back, 1 forward)."""
        return 0 <= self._at + step < len(self._visited)

    def go(self, step: int) -> str:
        """Move and return the address there."""
        self._at += step
        return self._visited[self._at]
