// What the server tells a page beside its text: addresses, the room, the words that scripts need.

export const page = JSON.parse(document.getElementById("page").textContent);

/** A sentence of the page with its {holes} filled. */
export function say(name, holes = {}) {
  return page.words[name].replace(/\{(\w+)\}/g, (_, hole) => String(holes[hole] ?? ""));
}

/** A range such as 5–18 stays on one line; a number below zero has a minus and no hyphen. */
export function typeset(text) {
  return text.replace(/(\d)–(?=\d)/g, "$1\u2060–\u2060").replace(/(^|[\s(])-(?=\d)/g, "$1−");
}

/** A signal that ends what takes longer than so many milliseconds. Telephones of before 2022 have no AbortSignal.timeout. */
export function within(milliseconds) {
  const control = new AbortController();
  setTimeout(() => control.abort(), milliseconds);
  return control.signal;
}

/** A short message at the foot of the window, gone after a while; screen readers hear it. */
export function tell(message, seconds = 4) {
  const note = document.getElementById("note");
  note.textContent = message;
  note.hidden = false;
  clearTimeout(note.timer);
  note.timer = setTimeout(() => { note.hidden = true; }, seconds * 1000);
}
