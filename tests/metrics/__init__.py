"""The numbers: the chain's properties, what is kept of it, what is told about it, and the shipped figures."""
