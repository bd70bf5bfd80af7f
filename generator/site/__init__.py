"""The website: a MkDocs plugin and what it shows. Thin adapters over `generator.library` and `generator.render`."""
