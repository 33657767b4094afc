"""Hand-drawn controls: buttons, fields, choices, labels. They show and ask, decide nothing."""
