"""What people see: the only floor that knows PySide6."""
