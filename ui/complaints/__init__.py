"""The complaint desk: tickets by their clocks, intake, common problems, figures."""
