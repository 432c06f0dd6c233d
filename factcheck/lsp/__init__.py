"""
The language server: what editors show in claims files and drafts while people write them.

``server.serve`` speaks the protocol on two streams; nothing else here knows of it. All checking is done as
``factcheck verify`` does it, on the texts that are open in the editor.
"""
