"""
The accuracy bench: how often the checker is right, measured on claims made from the snapshot.
"""
