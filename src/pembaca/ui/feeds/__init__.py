"""The panel of sources, a file a part. It shows and asks, decides nothing."""
