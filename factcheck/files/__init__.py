"""Files from hostile hands: text read within bounds, YAML as plain nodes, writing that is whole or not at all."""
