"""The article's page: text, light, following. Shows a document and decides nothing."""
