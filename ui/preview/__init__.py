"""The page preview: real pages of a PDF on the desk, turned, zoomed, printed, saved."""
