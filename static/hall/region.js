// The listener's own region: chosen once from a list that is searched, kept on this device and in the address.

import { keep, kept } from "./kept.js";
import { page, say } from "./page.js";

const KEY = "teladan region";
const MOST = 40; // names that are listed at once

const dialog = document.getElementById("choose");
const search = document.getElementById("search");
const found = document.getElementById("found");
const more = document.getElementById("more");

let regions = null;
let last = null; // the region that was chosen last

/** The code of the region: that of the address, else the one kept here; "" for none, null while nobody has chosen. */
export function ownRegion() {
  const told = new URLSearchParams(location.search).get("region");
  // Who comes back from the full view comes without it in the address.
  if (told !== null) keep(KEY, told);
  return kept(KEY);
}

/** Keep the choice. */
export function keepRegion(code) {
  last = kept(KEY) || last;
  keep(KEY, code);
  const address = new URL(location.href);
  address.searchParams.set("region", code);
  history.replaceState(null, "", address);
}

/** The name of a region; empty where the code is none. */
export async function regionName(code) {
  if (!code) return "";
  return (await all()).find(([known]) => known === code)?.[1] ?? "";
}

/** Let the listener choose: the code of a region, "" for none, null when nothing was changed. */
export async function chooseRegion() {
  search.value = "";
  dialog.returnValue = "cancelled";
  dialog.showModal();
  search.focus();
  await all();
  list();
  return new Promise((done) => {
    dialog.addEventListener("close", () => done(dialog.returnValue === "cancelled" ? null : dialog.returnValue), { once: true });
  });
}

async function all() {
  while (regions === null) {
    try {
      const answer = await fetch(page.regions);
      if (answer.ok) regions = (await answer.json()).regions;
    } catch {
      // No connection yet.
    }
    if (regions === null) await new Promise((done) => setTimeout(done, 1500));
  }
  return regions;
}

function list() {
  const words = plain(search.value).split(" ").filter(Boolean);
  const fits = (regions ?? []).filter((region) => words.every((word) => calledBy(region, word)));
  // Who types "kupang" looks for the places of that name before those that hold it somewhere; who forgot the region
  // by mistake finds it first.
  const first = ([code, name, also]) => (words.length ? starts(`${name} ${also}`, words) : Number(code === last));
  fits.sort((one, other) => first(other) - first(one));
  found.replaceChildren(...fits.slice(0, MOST).map(([code, name]) => {
    const item = document.createElement("li");
    const button = document.createElement("button");
    button.value = code;
    button.textContent = name;
    item.append(button);
    return item;
  }));
  const rest = fits.length - MOST;
  more.textContent = fits.length === 0 ? say("none") : rest > 0 ? say("more", { count: rest }) : "";
}

/** Whether a word is part of a region's name, of another name of it, or its initials; blanks in a name don't count. */
function calledBy([, name, also], word) {
  const told = plain(name);
  const initials = told.split(" ").map((part) => part[0]).join("");
  return told.includes(word) || plain(also).includes(word) || told.replaceAll(" ", "").includes(word)
    || [initials, initials.slice(1)].includes(word);
}

/** How many of the words begin a word of the name; a whole word counts twice. */
function starts(name, words) {
  const parts = plain(name).split(" ");
  const begun = words.filter((word) => parts.some((part) => part.startsWith(word)));
  return begun.length + begun.filter((word) => parts.includes(word)).length;
}

function plain(text) {
  return text.toLowerCase().replace(/[^\p{Letter}\p{Number}]+/gu, " ").trim();
}

search.addEventListener("input", list);
// Enter takes the first that fits; an empty search takes none.
search.addEventListener("keydown", (event) => {
  if (event.key !== "Enter") return;
  event.preventDefault();
  if (search.value.trim()) found.querySelector("button")?.click();
});
