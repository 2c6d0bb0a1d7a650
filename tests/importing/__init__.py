"""What the importer makes of files: those of the reference data, and those of two other habits."""
