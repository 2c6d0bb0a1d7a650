"""Revisions, oldest first by number; one that was published never changes."""
