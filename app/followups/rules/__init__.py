"""The rules plans make themselves by, and the steps worked out from the cards each time they are asked for."""
