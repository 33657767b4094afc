"""The list of articles: model, rows and the pane around them. Shows and asks, decides nothing."""
