// Asks the server where the room stands, again and again, at the pace that it tells.
//
// Hundreds ask at once: each waits a little more or less than the others, so that they don't come in step, and longer
// while there is no answer. A telephone in a pocket asks nothing.

import { within } from "./page.js";

const WAITS = [800, 1500, 3000, 5000]; // milliseconds until it is asked again when there was no answer
const PATIENCE = 6000; // milliseconds until an answer counts as none

export class Poll {
  /** `heard(state)` is called with each answer, `lost(gone)` with `true` once there is no such room any more. */
  constructor(address, { heard, lost }) {
    this.address = address;
    this.heard = heard;
    this.lost = lost;
    this.failed = 0;
    this.missed = 0;
    this.timer = null;
    this.asking = false;
    document.addEventListener("visibilitychange", () => { if (!document.hidden) this.ask(); });
    window.addEventListener("online", () => this.ask());
  }

  /** Ask now, and from now on. */
  async ask() {
    if (this.asking || this.missed > 1) return;
    clearTimeout(this.timer);
    this.asking = true;
    const wait = await this.#once();
    this.asking = false;
    if (wait !== null && !document.hidden) this.timer = setTimeout(() => this.ask(), wait * (0.8 + 0.4 * Math.random()));
  }

  /** How long until it is asked again; null for never. */
  async #once() {
    try {
      const answer = await fetch(this.address, { signal: within(PATIENCE) });
      if (answer.status === 404) {
        // Once may be a server that is only just there again.
        this.missed += 1;
        if (this.missed > 1) this.lost(true);
        return this.missed > 1 ? null : WAITS[1];
      }
      if (!answer.ok) throw new Error(String(answer.status));
      const state = await answer.json();
      this.failed = 0;
      this.missed = 0;
      this.heard(state);
      return state.poll_after;
    } catch {
      this.failed += 1;
      if (this.failed > 1) this.lost(false);
      return WAITS[Math.min(this.failed, WAITS.length) - 1];
    }
  }
}
