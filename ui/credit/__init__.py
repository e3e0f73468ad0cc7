"""The Credit screen: whom the firm sells to on credit, how much, and what warns of losses."""
