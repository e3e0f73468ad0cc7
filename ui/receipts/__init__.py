"""The Receipts screen."""
