"""Evidence: the replies of live sources, kept by their content and found again by the full request."""
