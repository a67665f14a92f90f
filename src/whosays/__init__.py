"""Who says what about what happened."""
