"""How the parts are plugged together; no rule of the domain."""
