"""The Today screen: what to do now, and by when."""
