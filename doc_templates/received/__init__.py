"""Templates that people send: checked before anything is believed, filled in a process that can do nothing else."""
