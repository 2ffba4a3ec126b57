"""From reports on diplomatic cooperation to a graph in which every statement carries the sentence that proves it."""
