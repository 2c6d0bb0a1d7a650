"""The verbs: one file per noun; each asks permission, changes, keeps and returns a result."""
