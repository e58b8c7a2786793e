// What this browser keeps of its reader's choices; one that keeps nothing holds them until the page is left.

const here = new Map();

/** What is kept under a name; null for nothing. `store` is "localStorage", or "sessionStorage" for this window alone. */
export function kept(name, store = "localStorage") {
  try {
    return window[store].getItem(name) ?? here.get(name) ?? null;
  } catch {
    return here.get(name) ?? null;
  }
}

export function keep(name, value, store = "localStorage") {
  here.set(name, value);
  try {
    window[store].setItem(name, value);
  } catch {
    // It holds until the page is left.
  }
}
