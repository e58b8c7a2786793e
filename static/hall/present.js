// The presenter's window: one slide, moved by keys; every listener in the room comes along.

import { Desk } from "./desk.js";
import { keep, kept } from "./kept.js";
import { listenToKeys, listenToSwipes } from "./keys.js";
import { Mover } from "./mover.js";
import { page, say, tell } from "./page.js";
import { drawFollow } from "./invite.js";
import { resize, show } from "./slide.js";
import { NoSlide, Slides } from "./slides.js";
import { applyTheme, changeTheme, theme } from "./theme.js";

const frame = document.querySelector(".slide");
const black = document.getElementById("black");
const dialogs = { follow: "invite", help: "help", leave: "leaving" };
const NARROW = 640; // pixels: a phone as a remote control
const REST = 3000; // milliseconds until a mouse that rests is hidden
const token = location.hash.slice(1);

const at = { slide: page.slide, black: false };
const auto = { seconds: 20, timer: null };
let notes = null;
let again = null;

const slides = new Slides(`${page.room}/slides`, { lang: page.language, theme: theme(), narrow: innerWidth < NARROW });
const mover = new Mover(`${page.room}/state`, token, { heard, changed: connection });
const desk = new Desk(page.code, run, () => ({
  ...at, count: page.count, trouble: mover.trouble, started: started(), notes, auto: auto.timer ? auto.seconds : 0,
  figures: slides.figures,
}));

/** Go to a slide; the listeners come along unless it was one of them that told us. */
function go(slide, { dark = at.black, told = true } = {}) {
  const wanted = Math.min(Math.max(slide, 1), page.count);
  const elsewhere = wanted !== at.slide;
  Object.assign(at, { slide: wanted, black: dark });
  black.hidden = !dark;
  if (told) {
    started(true);
    mover.move(at.slide, at.black);
  }
  if (elsewhere) draw();
  if (auto.timer) play();
  desk.tell();
}

async function draw() {
  const number = at.slide;
  clearTimeout(again);
  history.replaceState(null, "", `?${new URLSearchParams({ lang: page.language, slide: number })}${location.hash}`);
  frame.setAttribute("aria-busy", "true");
  try {
    const slide = await slides.get(number);
    if (number !== at.slide) return;
    const narrow = innerWidth < NARROW;
    await show(frame, slide, { narrow, counter: say("counter", { slide: number, count: page.count, code: page.code }) });
    document.title = say("tab", { slide: number, headline: slide.headline });
  } catch (error) {
    if (!(error instanceof NoSlide)) throw error;
    if (number !== at.slide) return;
    tell(say(error.status === 404 ? "gone" : "away"), 6);
    again = setTimeout(draw, 2000);
  }
}

/** The room stands elsewhere: another window of the presenter moved it, or there are new figures. */
function heard(state) {
  slides.hear(state.figures);
  if (slides.outdated(at.slide)) {
    draw();
    slides.ahead(at.slide + 1, page.count);
    desk.tell();
  }
  if (state.slide !== at.slide || state.black !== at.black) go(state.slide, { dark: state.black, told: false });
}

function connection() {
  document.getElementById("trouble").hidden = !mover.trouble;
  document.getElementById("trouble").textContent = mover.trouble ? say(mover.trouble) : "";
  if (!mover.trouble) slides.ahead(at.slide + 1, page.count);
  desk.tell();
}

/** When the presentation began, in milliseconds; `now` begins it. A reload does not begin it anew. */
function started(now = false) {
  const name = `teladan began ${page.code}`;
  if (now && !kept(name, "sessionStorage")) keep(name, String(Date.now()), "sessionStorage");
  return Number(kept(name, "sessionStorage")) || null;
}

function play() {
  clearTimeout(auto.timer);
  auto.timer = setTimeout(() => go(at.slide === page.count ? 1 : at.slide + 1), auto.seconds * 1000);
}

function pace(factor) {
  auto.seconds = Math.min(Math.max(auto.seconds + factor, 5), 120);
  if (auto.timer) play();
  tell(say("auto", { seconds: auto.seconds }));
}

function open(name) {
  const dialog = document.getElementById(dialogs[name]);
  const shown = dialog.open;
  for (const other of document.querySelectorAll("dialog[open]")) other.close();
  if (!shown) dialog.showModal();
}

/** Do what a key, a click or the second window asks. */
function run(command) {
  const shown = document.querySelector("dialog[open]");
  if (command === "leave") {
    if (shown?.id === dialogs.leave) return leave();
    if (shown) return shown.close();
    if (at.black) return go(at.slide, { dark: false });
    return open("leave");
  }
  if (shown && ["next", "back", "first", "last"].includes(command)) return shown.close();
  const orders = {
    next: () => go(at.slide + 1, { dark: false }),
    back: () => go(at.slide - 1, { dark: false }),
    first: () => go(1, { dark: false }),
    last: () => go(page.count, { dark: false }),
    black: () => go(at.slide, { dark: !at.black }),
    full: () => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()),
    notes: () => window.open(`${page.room}/desk?lang=${page.language}`, `teladan-${page.code}`, "popup,width=1000,height=720"),
    follow: () => open("follow"),
    help: () => open("help"),
    theme: () => { slides.change({ theme: changeTheme() }); draw(); slides.ahead(at.slide + 1, page.count); },
    auto: () => {
      if (auto.timer) { clearTimeout(auto.timer); auto.timer = null; tell(say("still")); } else { play(); tell(say("auto", { seconds: auto.seconds })); }
      desk.tell();
    },
    slower: () => pace(5),
    faster: () => pace(-5),
  };
  orders[command]?.();
}

function leave() {
  location.assign(page.leave);
}

async function readNotes() {
  if (!token) return;
  try {
    const answer = await fetch(`${page.room}/notes?lang=${page.language}`, { headers: { Authorization: `Bearer ${token}` } });
    if (answer.ok) ({ notes } = await answer.json());
  } catch {
    setTimeout(readNotes, 3000);
  }
  desk.tell();
}

function hideMouse() {
  let timer;
  window.addEventListener("pointermove", () => {
    document.body.classList.remove("resting");
    clearTimeout(timer);
    timer = setTimeout(() => document.body.classList.add("resting"), REST);
  });
}

applyTheme(() => { slides.change({ theme: theme() }); draw(); });
listenToKeys(run);
listenToSwipes(document.body, run);
for (const button of document.querySelectorAll("[data-command]")) button.addEventListener("click", () => run(button.dataset.command));
document.getElementById("go").addEventListener("click", leave);
drawFollow(page);
hideMouse();
let waiting;
window.addEventListener("resize", () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    const narrow = innerWidth < NARROW;
    if (narrow === Boolean(slides.choices.narrow)) return resize(frame);
    slides.change({ narrow });
    return draw();
  }, 120);
});
connection();
mover.listen();
draw().then(() => slides.ahead(at.slide + 1, page.count));
document.fonts.ready.then(() => resize(frame));
readNotes();
