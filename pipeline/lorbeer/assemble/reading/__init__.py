"""Read: what a sentence or line tells: groups, places, categories, days, doubts, findings."""
