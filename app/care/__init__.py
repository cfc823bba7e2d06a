"""Care of customers: occasions, greetings, gifts, and the services of their cars."""
