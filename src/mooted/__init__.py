"""mooted: transfer intelligence for football."""
