"""What two countries agreed and what became of it: who acted on each side, and the instruments and events between them by their dates."""
