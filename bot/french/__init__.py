"""French itself, shared by ear and mouth: how days, hours, numbers, plurals, names, lists and signs are written. Pure, without a clock."""
