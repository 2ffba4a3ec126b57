"""Partners (or bodies) of one country by fields: how much there is in each, and whether any of it holds."""
