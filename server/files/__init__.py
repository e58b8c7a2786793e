"""Files to take away, at addresses of their own: any process makes the same bytes for the same address."""
