"""The window around the screens: top row, navigation, inspector, status bar, search."""
