"""The agenda of a meeting to come (« ordre du jour ») as a Word document."""
