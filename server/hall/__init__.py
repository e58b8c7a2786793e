"""The hall: a presenter shows slides, and hundreds of telephones follow, each with its own region."""
