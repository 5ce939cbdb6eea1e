"""The words that readers look for, as tab-separated files that say their columns."""
