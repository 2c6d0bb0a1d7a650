"""The ear: from a sentence to a value that says what is asked; pure, never raises."""
