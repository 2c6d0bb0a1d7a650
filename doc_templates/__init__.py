"""Word is spoken here: one folder a document (template, fields, render)."""
