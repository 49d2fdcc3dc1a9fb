"""Why an actor may not do something in a council, a session or a ballot now."""
