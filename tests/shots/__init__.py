"""Screenshots of the window in every theme and state, from articles of our own."""
