"""The record of decisions (« relevé de décisions ») as a Word document."""
