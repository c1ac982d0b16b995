"""WHOM TO BELIEVE: how often sources were right, one method a file, each named by its paper.

All methods take ``Vote``s or ``Resolved`` reports (votes.py) and return what they found; nothing stays on a method.
Without any data each returns its prior, and says so by an ``n`` of nothing.
"""
