"""What screens are put together from: a folder a screen, or a panel that stands on several."""
