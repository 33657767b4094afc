"""The person's own dictionary: rules for words that should be said in another way. Comes before the normaliser."""
