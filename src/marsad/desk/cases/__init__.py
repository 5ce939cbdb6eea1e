"""Cases: matches put before people, what each of them found, and what they agreed on."""
