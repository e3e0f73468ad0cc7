"""The Statements screen."""
