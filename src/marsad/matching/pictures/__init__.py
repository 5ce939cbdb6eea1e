"""Pictures: hashes of how they look, and known ones found within a number of bits, exactly."""
