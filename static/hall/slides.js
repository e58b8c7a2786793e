// The slides of a storyline, fetched once and kept, so that the next one is there before it is asked for.

import { within } from "./page.js";

const PATIENCE = 20000; // milliseconds; on a hall's Wi-Fi an answer may break off without a word

/** A slide that cannot be had. `status` is the server's answer, 0 where there was none. */
export class NoSlide extends Error {
  constructor(status) {
    super(`no slide: ${status}`);
    this.status = status;
  }
}

export class Slides {
  /** `address` leads to the slides ("/hall/KODE/slides"); `choices` are region, lang, theme, narrow. */
  constructor(address, choices) {
    this.address = address;
    this.choices = choices;
    this.kept = new Map();
    this.figures = null; // the version that the server shows
    this.told = null; // the version that it told last
  }

  /** The slide of a number from 1. Raises NoSlide; what could not be had is asked for again the next time. */
  get(number) {
    const known = this.kept.get(number);
    if (known && !this.outdated(number)) return known.slide;
    const kept = this.kept;
    const asked = { slide: this.#fetch(number), figures: null };
    kept.set(number, asked);
    asked.slide.then((slide) => { asked.figures = slide.figures; }, () => kept.delete(number));
    return asked.slide;
  }

  /** The server tells which figures it shows.
   *
   * While one of its processes has newer ones already and another has not, its answers alternate: what counts is what
   * it tells twice in a row. */
  hear(figures) {
    if (figures === this.told) this.figures = figures;
    this.told = figures;
  }

  /** Whether the slide that is kept is one of other figures than the server shows. */
  outdated(number) {
    const kept = this.kept.get(number);
    return Boolean(this.figures && kept?.figures && kept.figures !== this.figures);
  }

  /** Fetch all of them one after the other, beginning at `first`; those that fail are left for later. */
  async ahead(first, count) {
    const kept = this.kept;
    for (let step = 0; step < count && kept === this.kept; step += 1) {
      await this.get(((first - 1 + step) % count) + 1).catch(() => {});
    }
  }

  /** Other choices, or other figures: what was kept is forgotten. */
  change(choices = {}) {
    this.choices = { ...this.choices, ...choices };
    this.kept = new Map();
  }

  async #fetch(number) {
    const told = Object.entries(this.choices).filter(([, value]) => value !== "" && value != null && value !== false);
    const query = new URLSearchParams(told.map(([name, value]) => [name, value === true ? "1" : value]));
    let answer;
    try {
      answer = await fetch(`${this.address}/${number}?${query}`, { signal: within(PATIENCE) });
      if (answer.ok) return await answer.json();
    } catch {
      throw new NoSlide(0);
    }
    throw new NoSlide(answer.status);
  }
}
