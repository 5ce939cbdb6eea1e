"""The command line: every engine from the shell."""
