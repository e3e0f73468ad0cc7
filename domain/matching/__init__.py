"""Matching (自动核销): which money paid which documents, with the reasons.

Pure and explainable: what is known of customers, open documents and earlier
decisions goes into an ``Index`` once; each payment gets ranked proposals with the
evidence for them. Automatic only with evidence in the text or of the payer, never
on an amount alone; a tie means ask.
"""
