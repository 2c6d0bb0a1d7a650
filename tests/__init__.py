"""The rooms again, each with its tests; conversations/ is the whole house."""
