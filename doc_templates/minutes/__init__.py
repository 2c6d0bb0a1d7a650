"""The minutes of a meeting (« compte rendu ») as a Word document."""
