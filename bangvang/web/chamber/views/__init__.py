"""One file per noun; a view calls one selector or one action."""
