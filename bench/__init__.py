"""Speed of the program beside a floor measured in the same run; see README.md."""
