"""What everything else stands on: errors, responses, secrets, checks."""
