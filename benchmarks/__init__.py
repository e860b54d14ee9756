"""What the client costs, against others in the same run: `make bench`."""
