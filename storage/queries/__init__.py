"""Lists, sums and documents: what is only read, by noun."""
