"""A customer's assessment: grade, accounts, ratios, and the wizard of the four parts."""
