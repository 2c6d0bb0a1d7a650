"""French itself, shared by ear and mouth: months, plurals, dates, hours, durations, numbers, names, typography."""
