// Light or dark: what the reader chose on this machine, else what the system prefers.

import { keep, kept } from "./kept.js";

const KEY = "teladan theme";
const system = matchMedia("(prefers-color-scheme: dark)");

/** The theme that is shown: "light" or "dark". */
export function theme() {
  const chosen = kept(KEY);
  return chosen === "light" || chosen === "dark" ? chosen : system.matches ? "dark" : "light";
}

/** Show the theme, and call `changed` when it becomes another: by the system, or in another window of the reader's. */
export function applyTheme(changed = () => {}) {
  document.documentElement.dataset.theme = theme();
  const look = () => {
    if (document.documentElement.dataset.theme === theme()) return;
    document.documentElement.dataset.theme = theme();
    changed();
  };
  system.addEventListener("change", look);
  window.addEventListener("storage", look);
}

/** The other theme from now on, on this machine. */
export function changeTheme() {
  const other = theme() === "dark" ? "light" : "dark";
  keep(KEY, other);
  document.documentElement.dataset.theme = other;
  return other;
}
