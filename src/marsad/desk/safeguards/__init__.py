"""Who may do what, who did what and why: people, rights, acts and the trail."""
