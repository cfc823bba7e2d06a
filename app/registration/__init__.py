"""Registration at the counter and the paper forms that go with it."""
