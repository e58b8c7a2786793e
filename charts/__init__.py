"""The pictures: a table in, a Plotly figure out. Built from plain lists, without Plotly Express."""
