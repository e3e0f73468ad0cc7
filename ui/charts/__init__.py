"""Charts painted from theme tokens; each can show its numbers as a table."""
