"""Bảng Vàng: from a unit's spreadsheet to the decision, the register and the public page.

Floors, from the top; a floor imports only from floors below it (enforced by import-linter):
  web | cli        what people and machines see
  publishing       what the public reads
  accounts         who signs in; turns a user into an Actor
  decisions        what is signed, numbered, forwarded
  council          sessions, ballots, minutes
  appraisal        is it lawful, is it deserved
  nominations      lists and rows, and the state of their whole life
  workplan         tasks that somebody was given
  registry         people, organisations and what they hold: the lasting record
  lawbook          what two people read in the official text, laid over the shipped law
  law | foundation pure rules · clock, actor, audit, files, documents
"""
