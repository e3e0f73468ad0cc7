"""The Cover tab of Credit: insurance, guarantees, letters of credit, assignments."""
