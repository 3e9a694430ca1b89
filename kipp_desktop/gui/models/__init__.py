"""From what the services return to rows, columns and words on the screen."""
