"""How Indonesian words are said: which e, which vowels apart, where the stress lies. Pure: no engine, no files but the tables."""
