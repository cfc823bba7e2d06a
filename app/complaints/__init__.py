"""The complaint desk: tickets, the flow they go through, their clocks, common problems and figures (D1-D7)."""
