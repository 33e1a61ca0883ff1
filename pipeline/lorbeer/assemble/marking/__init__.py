"""Mark: what the text around a name or date makes of it, before rules propose anything."""
