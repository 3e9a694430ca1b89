"""Parts that pages are built from. They know the theme and nothing about competitions."""
