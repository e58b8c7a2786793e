"""The numbers: what to measure (framework), the figures (dataset), and the chain that scores them."""
