// A listener's page: the presenter's slide with the listener's own region. They may leaf through by themselves and come
// back; while they do, the presenter moves on without them.

import { keep, kept } from "./kept.js";
import { page, say } from "./page.js";
import { Poll } from "./poll.js";
import { chooseRegion, keepRegion, ownRegion, regionName } from "./region.js";
import { resize, show } from "./slide.js";
import { NoSlide, Slides } from "./slides.js";
import { applyTheme, theme } from "./theme.js";

const AGAIN = 2500; // milliseconds until a slide that is not there is asked for again
const AHEAD = 7000; // milliseconds within which the next slide is fetched, each listener at a moment of their own
const element = (name) => document.getElementById(name);
const frame = document.querySelector(".slide");

const at = { slide: 0, following: true };
const trouble = { connection: "", slide: "" };
let room = null; // where the presenter stands
let region = ownRegion();
let ahead = null;
let again = null;
let shown = 0; // the number of the slide that is shown

const slides = new Slides(`${page.room}/slides`, { lang: page.language, theme: theme(), narrow: narrow(), region });
const poll = new Poll(`${page.room}/state`, { heard, lost });

/** A telephone, upright or on its side. */
function narrow() {
  return innerWidth < 700 || innerHeight < 560;
}

function heard(state) {
  const elsewhere = state.slide !== room?.slide;
  room = state;
  slides.hear(state.figures);
  tellTrouble({ connection: "" });
  if (at.following && at.slide !== state.slide) go(state.slide);
  else if (slides.outdated(at.slide)) draw();
  else if (elsewhere) tellPlace();
  darken();
}

function lost(gone) {
  tellTrouble({ connection: gone ? "" : "lost" });
  if (!gone) return;
  document.querySelector(".follow").hidden = true;
  element("black").hidden = true;
  element("gone").hidden = false;
}

function go(slide) {
  at.slide = Math.min(Math.max(slide, 1), room.count);
  draw();
}

/** Leaf through alone; at the presenter's slide again the page follows again. */
function wander(step) {
  if (room === null) return;
  const wanted = Math.min(Math.max(at.slide + step, 1), room.count);
  at.following = wanted === room.slide;
  go(wanted);
}

function comeBack() {
  at.following = true;
  go(room.slide);
  darken();
}

async function draw() {
  const number = at.slide;
  if (number === 0) return;
  clearTimeout(again);
  tellPlace();
  frame.setAttribute("aria-busy", "true");
  try {
    const slide = await slides.get(number);
    if (number !== at.slide) return;
    tellTrouble({ slide: "" });
    await show(frame, slide, { narrow: narrow() });
    if (number !== shown) scrollTo(0, 0); // another slide is read from its top
    shown = number;
    document.title = say("tab", { slide: number, headline: slide.headline });
    element("link").href = `${page.base}/${slide.link}`;
    element("link").hidden = false;
    fetchAhead(number);
  } catch (error) {
    if (!(error instanceof NoSlide)) throw error;
    if (number !== at.slide) return;
    // What can't be shown with these figures won't come by asking; all else is asked for again.
    tellTrouble({ slide: error.status === 422 ? "cannot" : "slow" });
    again = setTimeout(draw, AGAIN * (error.status === 422 ? 8 : 0.8 + 0.4 * Math.random()));
  }
}

/** The next slide, before it is asked for: so that five hundred do not ask for it at the same moment. */
function fetchAhead(number) {
  clearTimeout(ahead);
  if (number < room.count) ahead = setTimeout(() => slides.get(number + 1).catch(() => {}), AHEAD * Math.random());
}

function tellPlace() {
  element("place").querySelector(".long").textContent = say("place", { slide: at.slide, count: room.count });
  element("place").querySelector(".short").textContent = `${at.slide}/${room.count}`;
  element("return").textContent = say("return", { slide: room.slide });
  element("return").hidden = at.following;
  element("back").disabled = at.slide <= 1;
  element("next").disabled = at.slide >= room.count;
}

/** What does not work at the moment; a lost connection explains a slide that does not come. */
function tellTrouble(more) {
  Object.assign(trouble, more);
  const told = trouble.connection || trouble.slide;
  element("lost").textContent = told ? say(told) : "";
  element("lost").hidden = !told;
}

function darken() {
  const dark = Boolean(room?.black) && at.following;
  element("black").hidden = !dark;
}

async function choose() {
  const chosen = await chooseRegion();
  // Who closes the question the first time has answered it: without a region.
  if (chosen === null && region !== null) return;
  region = chosen ?? "";
  keepRegion(region);
  slides.change({ region });
  tellRegion();
  draw();
}

async function tellRegion() {
  const asked = region;
  const name = await regionName(asked);
  if (asked !== region) return;
  element("region").textContent = name || say("choose");
  element("region").setAttribute("aria-label", name ? say("mine", { region: name }) : say("choose"));
  element("region").classList.toggle("chosen", Boolean(name));
  const other = new URL(element("language").href);
  if (region !== null) other.searchParams.set("region", region);
  element("language").href = other;
  if (!region || name) return;
  // The address names a region that there is not.
  region = "";
  slides.change({ region });
  draw();
}

/** The language that was chosen here, for who comes back without it in the address. */
function keepLanguage() {
  const name = "teladan language";
  const address = new URL(location.href);
  if (address.searchParams.has("lang")) keep(name, page.language);
  const chosen = kept(name) ?? page.language;
  if (chosen === page.language) return;
  address.searchParams.set("lang", chosen);
  location.replace(address);
}

keepLanguage();
applyTheme(() => { slides.change({ theme: theme() }); draw(); });
element("back").addEventListener("click", () => wander(-1));
element("next").addEventListener("click", () => wander(1));
element("return").addEventListener("click", comeBack);
element("region").addEventListener("click", choose);
let waiting;
window.addEventListener("resize", () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    if (narrow() === Boolean(slides.choices.narrow)) return resize(frame);
    slides.change({ narrow: narrow() });
    return draw();
  }, 150);
});
tellRegion();
poll.ask();
if (region === null) choose();
document.fonts.ready.then(() => resize(frame));
