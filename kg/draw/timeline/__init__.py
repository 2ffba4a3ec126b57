"""What became of instruments over time: a line for each, in lanes by sector or by partner."""
