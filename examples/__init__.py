"""Programs to read, to run and to start from. docs/cookbook.md explains the larger ones."""
