"""What the worker does by itself, and what people do with notices."""
