"""The words that a search must not take apart."""
