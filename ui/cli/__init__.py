"""The command line: the desk's work without a window, for scripts and checks.

Names, JSON shapes and exit codes are a contract: they are added to, never
changed. Nothing here imports Qt.
"""
