"""The evidence of a claim in the window: what proves it, what is missing, the bundle."""
