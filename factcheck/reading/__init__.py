"""Reading written figures, directions, trend words and periods: one grammar for quotes, drafts and what we print."""
