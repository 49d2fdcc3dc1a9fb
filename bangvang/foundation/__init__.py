"""Floor 0: what every stage stands on. Knows no award and no council."""
