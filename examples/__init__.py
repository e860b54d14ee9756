"""Programs to read, to run and to start from; `docs/` and the README explain what they use."""
