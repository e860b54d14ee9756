"""What the generated resources are built on, and their methods that are written by hand."""
