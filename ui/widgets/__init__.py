"""Small widgets shared by all screens; painted from theme tokens, sized by font metrics."""
