"""How values are shown: on a terminal, as rows, and in messages. Computes nothing that is not in the values."""
