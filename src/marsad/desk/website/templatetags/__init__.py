"""Tags of the website's templates."""
