"""Lists of deals, done and hoped for, as papers, clubs and posts print them: found by form, entry by entry."""
