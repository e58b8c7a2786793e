// Keys of a presenter, those of clickers among them (PageUp, PageDown, B or full stop), and fingers.

const COMMANDS = {
  ArrowRight: "next", ArrowDown: "next", PageDown: "next", " ": "next", Enter: "next",
  ArrowLeft: "back", ArrowUp: "back", PageUp: "back", Backspace: "back",
  Home: "first", End: "last",
  b: "black", ".": "black", f: "full", n: "notes", q: "follow", a: "auto", d: "theme", "?": "help", Escape: "leave",
  "+": "slower", "-": "faster",
};
const FAR = 60; // pixels that a finger moves to turn the page

/** The command of a key that was pressed, or undefined: a key of the browser or of a field stays its own. */
export function commandOf(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  if (event.target.closest?.("input, select, textarea")) return event.key === "Escape" ? "leave" : undefined;
  // Enter and space press the button that they stand on.
  if (event.target.closest?.("button, a, dialog") && (event.key === "Enter" || event.key === " ")) return undefined;
  return COMMANDS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
}

/** Call `run` with the command of each key. Before anything else on the page, so that a chart takes no key away. */
export function listenToKeys(run) {
  window.addEventListener("keydown", (event) => {
    const command = commandOf(event);
    if (!command) return;
    event.preventDefault();
    if (!event.repeat) run(command);
  }, { capture: true });
}

/** Call `run` with "next" or "back" where a finger moves sideways over `element`. */
export function listenToSwipes(element, run) {
  let start = null;
  element.addEventListener("touchstart", (event) => {
    start = event.touches.length === 1 ? event.touches[0] : null;
  }, { passive: true });
  element.addEventListener("touchend", (event) => {
    if (!start) return;
    const across = event.changedTouches[0].clientX - start.clientX;
    const down = event.changedTouches[0].clientY - start.clientY;
    start = null;
    if (Math.abs(across) >= FAR && Math.abs(across) > 2 * Math.abs(down)) run(across < 0 ? "next" : "back");
  }, { passive: true });
}
