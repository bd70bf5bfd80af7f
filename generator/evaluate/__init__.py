"""How right the briefs are: what a careful reader wrote down about a document against what the machine found in it.

`annotations` reads what the reader wrote, `alike` says when two items are the same, `scores` counts.
"""
