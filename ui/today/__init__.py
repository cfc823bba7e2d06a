"""The start page: what is to be done today, and the place to write down what came of it."""
