// The presenter's second window: notes, the next slide, the time. It moves the room by asking the first window.

import { sitDown } from "./desk.js";
import { keep, kept } from "./kept.js";
import { commandOf } from "./keys.js";
import { page, say } from "./page.js";
import { resize, show } from "./slide.js";
import { Slides } from "./slides.js";
import { applyTheme, theme } from "./theme.js";

const MINUTES = "teladan minutes";
const byId = (name) => document.getElementById(name);
const next = document.querySelector(".slide");
const slides = new Slides(`${page.room}/slides`, { lang: page.language, theme: theme() });
let told = null;
const ask = sitDown(page.code, hear);

async function hear(news) {
  const renewed = Boolean(told?.figures) && news.figures !== told.figures;
  const elsewhere = !told || news.slide !== told.slide;
  told = news;
  if (renewed) slides.change();
  byId("apart").hidden = true;
  byId("where").textContent = say("where", { slide: told.slide, count: told.count });
  byId("state").textContent = told.trouble ? say(told.trouble) : told.black ? say("dark") : told.auto ? say("auto", { seconds: told.auto }) : "";
  byId("notes").textContent = told.notes ? told.notes[told.slide - 1] || say("silent") : "";
  byId("end").hidden = told.slide < told.count;
  byId("ahead").hidden = told.slide >= told.count;
  if (elsewhere || renewed) await draw(told.slide);
}

/** What is on the screen now in words, what comes next as a picture. */
async function draw(number) {
  const here = await slides.get(number).catch(() => null);
  if (number !== told.slide) return;
  byId("headline").textContent = here?.headline ?? "";
  byId("link").hidden = !here;
  if (here) byId("link").href = `${page.base}/${here.link}`;
  if (number === told.count) return;
  const then = await slides.get(number + 1).catch(() => null);
  if (then && number === told.slide) await show(next, then);
  slides.ahead(number + 2, told.count);
}

/** Minutes and seconds. */
function clock(milliseconds) {
  const seconds = Math.max(0, Math.floor(Math.abs(milliseconds) / 1000));
  return `${milliseconds < 0 ? "−" : ""}${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

function tick() {
  byId("clock").textContent = new Date().toLocaleTimeString(page.language, { hour: "2-digit", minute: "2-digit" });
  const gone = told?.started ? Date.now() - told.started : 0;
  byId("gone").textContent = clock(gone);
  const left = Number(byId("minutes").value) * 60000 - gone;
  byId("left").textContent = clock(left);
  byId("left").classList.toggle("over", left < 0);
}

applyTheme(() => { slides.change({ theme: theme() }); if (told) draw(told.slide); });
window.addEventListener("keydown", (event) => {
  const command = commandOf(event);
  if (!command || command === "leave" || command === "notes") return;
  event.preventDefault();
  ask(command);
}, { capture: true });
for (const button of document.querySelectorAll("[data-command]")) button.addEventListener("click", () => ask(button.dataset.command));
byId("minutes").value = kept(MINUTES) ?? "20";
byId("minutes").addEventListener("change", () => keep(MINUTES, byId("minutes").value));
window.addEventListener("resize", () => resize(next));
setTimeout(() => { byId("apart").hidden = Boolean(told); }, 1500);
setInterval(tick, 1000);
tick();
