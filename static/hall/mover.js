// Tells the server where the room stands, and learns where it stands when another window moved it.
//
// Only the last wish counts: while the server is away the presenter goes on, and when it is back the room comes along.

import { within } from "./page.js";

const POLL = 2000;
const WAITS = [500, 1000, 2000, 4000]; // milliseconds until a failed move is tried again

export class Mover {
  /** `heard(state)` is called where the room stands elsewhere than told, `changed()` when the connection comes or goes. */
  constructor(address, token, { heard, changed }) {
    this.address = address;
    this.token = token;
    this.heard = heard;
    this.changed = changed;
    this.moved = -1;
    this.wish = null;
    this.sending = false;
    // "" while all is well, else why listeners don't come along: "away", "refused" (not the presenter's link), "gone".
    this.trouble = token ? "" : "refused";
  }

  /** Move the room to a slide, black or not. */
  move(slide, black) {
    if (!this.token) return;
    this.wish = { slide, black };
    if (!this.sending) this.#send();
  }

  /** Ask where the room stands, now and from now on. */
  async listen() {
    await this.#ask();
    setTimeout(() => this.listen(), POLL);
  }

  async #send() {
    this.sending = true;
    for (let tries = 0; this.wish; tries += 1) {
      const wish = this.wish;
      const headers = { Authorization: `Bearer ${this.token}`, "Content-Type": "application/json" };
      const answer = await reach(this.address, { method: "POST", headers, body: JSON.stringify(wish) });
      if (answer?.ok) {
        this.moved = Math.max(this.moved, (await answer.json()).moved);
        if (this.wish === wish) this.wish = null;
        tries = -1;
        this.#set("");
      } else if (answer?.status === 403 || answer?.status === 404 || answer?.status === 401) {
        this.wish = null;
        this.#set(answer.status === 404 ? "gone" : "refused");
      } else if (answer && answer.status !== 429) {
        this.wish = null; // what is wrong with it stays wrong
      } else {
        this.#set("away");
        await new Promise((done) => setTimeout(done, WAITS[Math.min(tries, WAITS.length - 1)]));
      }
    }
    this.sending = false;
  }

  async #ask() {
    const answer = await reach(this.address, { cache: "no-cache" });
    if (!answer) return this.#set("away");
    if (answer.status === 404) return this.#set("gone");
    if (!answer.ok) return this.#set("away");
    const state = await answer.json();
    if (this.trouble === "away" || this.trouble === "gone") this.#set(this.token ? "" : "refused");
    if (!this.wish && state.moved >= this.moved) {
      this.moved = state.moved;
      this.heard(state);
    }
  }

  #set(trouble) {
    if (this.trouble === trouble) return;
    this.trouble = trouble;
    this.changed();
  }
}

/** The server's answer; null where it is away. */
async function reach(address, options) {
  try {
    const answer = await fetch(address, { ...options, signal: within(5000) });
    return answer.status >= 500 ? null : answer;
  } catch {
    return null;
  }
}
