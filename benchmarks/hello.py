"""The yardstick of the screens' cost: a page that says one word. The shared selectors stand above it as above any."""

import streamlit as st

st.write("Hello")
