"""Detail: the stage, the day, the town, regions, money and reasons of an award."""
