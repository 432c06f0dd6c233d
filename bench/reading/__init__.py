"""How well figures and periods are read, measured on lists that people wrote."""
