"""The Collections screen."""
