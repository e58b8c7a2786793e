"""Names that a dataset may hold and a screen must only show."""

HOSTILE = [
    "<script>window.ran = 1</script>",
    "<b>Kota</b> <img src=x onerror='window.ran = 1'>",
    "**Kota** _Kupang_ ~~x~~ `y`",
    "[Kota](https://example.org)",
    "![Kota](https://example.org/x.png)",
    "https://example.org www.example.org someone@example.org",
    "$x^2$ and $$y$$",
    ":red[Kota] :blue-background[x] :material/home: :smile: :streamlit:",
    "# Kota",
    "- Kota",
    "1. Kota",
    "> Kota",
    "a | b",
    "&lt;b&gt; &amp; &#42;",
    "=1+1 {name} %{x} {{y}}",
    "C:\\Kota\\",
]
