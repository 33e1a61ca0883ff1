"""Mark: what the text around a name makes of it, before rules propose anything."""
