"""What several screens share: the choices, links, tables, sentences of answers and bands."""
