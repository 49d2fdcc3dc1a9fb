"""Every read of publishing; `public` is the only module that the portal may use."""
