"""Charts as SVG, drawn on the server: they stretch with the page, take its colours, and carry titles in words."""
