"""What a release needs: the public API and what breaks it, the matrix of Pythons, the files."""
