"""The credit file in the window: a customer's file, contacts and attachments; what grows old."""
