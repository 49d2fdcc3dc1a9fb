"""The door of the standing office: intake desk, appraisal, decisions, articles, accounts, audit."""
