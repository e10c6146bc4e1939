"""How right the checker and the intake are, on the corpora of tests/language/corpus and tests/intake/corpus."""
