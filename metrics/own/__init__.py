"""What a region brings itself: newer figures, targets and programmes, kept by its staff and never by the server."""
