"""The graph over HTTP: SPARQL 1.1 Protocol and Graph Store Protocol, the query page, and the pages of `kg.pages`."""
