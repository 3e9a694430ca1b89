"""From the master to the facts that documents print: one function per document."""
