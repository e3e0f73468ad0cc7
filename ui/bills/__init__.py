"""The Bills screen: the register of acceptance bills."""
