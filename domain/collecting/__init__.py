"""What is agreed with debtors: promises to pay, instalment plans, talks and their outcomes.

They change when a customer is chased, never what is owed: statements and ageing show the
items as before, marked.
"""
