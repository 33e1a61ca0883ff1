"""Read: what one sentence or line tells of a name: its group, place, category, status, doubts."""
