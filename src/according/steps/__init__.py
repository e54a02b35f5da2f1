"""How a report flows: collect, dissect, extract. The alphabet sorts the steps in the order they run."""
