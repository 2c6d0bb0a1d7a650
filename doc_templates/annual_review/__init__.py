"""The annual review of a territory, an axis, a group, a structure or a commune."""
