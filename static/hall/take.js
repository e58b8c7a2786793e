// Take this chart: one slide of any view as a picture; the server gives its figures and an editable slide.

import { pngOf, svgOf } from "./compose.js";
import { page, say, tell } from "./page.js";
import { resize, show } from "./slide.js";

const frame = document.querySelector(".slide");
let slide = null;
let wanted = ""; // the theme chosen last: an older answer may come later

async function draw(theme) {
  wanted = theme;
  frame.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(`${page.slide}&${new URLSearchParams({ theme })}`);
    const told = await answer.json();
    if (wanted !== theme) return undefined;
    if (!answer.ok) return tell(told.problems.join(" "), 12);
    slide = told;
    document.documentElement.dataset.theme = theme;
    await show(frame, slide);
    for (const button of document.querySelectorAll("[data-take]")) button.disabled = false;
  } catch {
    if (wanted === theme) tell(say("away"), 8);
  } finally {
    if (wanted === theme) frame.setAttribute("aria-busy", "false");
  }
  return undefined;
}

async function take(kind) {
  try {
    save(await picture(kind), `${page.name}.${kind}`);
  } catch {
    tell(say("no_picture"), 8); // such as where the typeface that it carries did not arrive
  }
}

async function picture(kind) {
  const svg = await svgOf(slide, { receipt: slide.receipt, fonts: page.fonts });
  return kind === "png" ? pngOf(svg) : new Blob([svg], { type: "image/svg+xml" });
}

function save(made, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(made);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

for (const button of document.querySelectorAll("[data-take]")) button.addEventListener("click", () => take(button.dataset.take));
for (const choice of document.querySelectorAll("[name=theme]")) choice.addEventListener("change", () => draw(choice.value));
document.getElementById("copy").addEventListener("click", async () => {
  const code = document.getElementById("embed");
  code.select();
  try {
    await navigator.clipboard.writeText(code.value);
    tell(say("copied"));
  } catch {
    tell(say("copy_by_hand")); // an address without https has no clipboard
  }
});
window.addEventListener("resize", () => resize(frame));
draw("light");
document.fonts.ready.then(() => resize(frame));
