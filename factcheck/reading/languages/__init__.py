"""Copy in German, French, Spanish and Italian, put into English word by word for the readers of figures and periods."""

#: The languages beside English whose copy is read, by the two letters that a draft gives.
LANGUAGES = ("de", "es", "fr", "it")
