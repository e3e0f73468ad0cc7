"""Cover: credit insurance, guarantees, letters of credit, factoring and assignment.

What secures a claim besides the debtor's own word, and the days by which each of it is
lost when nobody acts. Terms are those of the contract in hand and are kept with it; only
what a statute or the customs of documentary credit fix is written in the rules.
"""
