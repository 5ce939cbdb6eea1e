"""Who is a member of what on any day: coalition, lines of effort, working groups."""
