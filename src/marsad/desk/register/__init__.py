"""The register: proposed findings, and the entries that people made of them."""
