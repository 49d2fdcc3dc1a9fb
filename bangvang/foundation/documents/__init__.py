"""Fills official papers, as DOCX and as PDF, and keeps them with their fingerprints.

A stage describes a paper as plain data (`paper.py`), `render.py` makes both files of it by the
layout of Nghị định 30/2020/NĐ-CP, `keep.py` keeps them. What a paper says is the stage's business.
"""
