"""The Risk tab of the Credit screen: heat maps, concentration, early warnings, back-test."""
