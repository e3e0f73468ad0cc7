"""The credit policy as a document: its shape, its words, its versions, its reviews."""
