"""Copy in German, French, Spanish and Italian, put into English word by word for the readers of figures and periods."""
