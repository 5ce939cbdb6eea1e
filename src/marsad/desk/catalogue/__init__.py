"""The search index over documents, entries and entities, kept up with the trail."""
