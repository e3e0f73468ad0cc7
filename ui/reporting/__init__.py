"""The Reports screen."""
