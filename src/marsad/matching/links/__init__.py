"""Links: pages known by their address, brought to one form without ever being fetched."""
