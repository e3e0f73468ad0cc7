"""Papers already issued: their register, printing and saving them, one or many."""
