"""Lists of done deals, as papers and clubs print them all window long: found by their form, entry by entry."""
