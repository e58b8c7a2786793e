// Draws one slide into its frame (server/hall/templates/slide.html).
//
// A slide is designed once, for a window of 1280 x 720; a larger or smaller one shows the same, scaled. On a phone
// (`narrow`) nothing is scaled: the page is as long as it has to be.

import { facts } from "./facts.js";
import { complete, plotly } from "./figure.js";
import { typeset } from "./page.js";

const WIDTH = 1280;
const HEIGHT = 720;
const LEAST_CHART = 0.46; // of the height of the frame; a long headline gives way to it
const STEPS = [1, 0.92, 0.84, 0.76, 0.68, 0.6];
const STILL_LARGE = 0.84; // down to here a headline gets smaller rather than take a third line
const CONFIG = { displayModeBar: false, responsive: false, doubleClick: "reset", showTips: false };

/** Fill `frame` with a slide as the server tells it. `counter` stands at the foot, such as "3 / 12".
 *
 * What is shown already is not drawn again: new figures leave most slides as they are.
 * Raises NoSlide where Plotly, the largest file, did not arrive; it is asked for again the next time. */
export async function show(frame, slide, { narrow = false, counter = "" } = {}) {
  const seen = JSON.stringify({ ...slide, figures: null, narrow, counter });
  if (frame.seen !== seen) {
    await fill(frame, slide, narrow, counter);
    if (frame.told.slide !== slide) return; // another one was asked for meanwhile
    frame.seen = seen;
  }
  frame.setAttribute("aria-busy", "false");
}

async function fill(frame, slide, narrow, counter) {
  frame.told = { slide, narrow };
  frame.seen = null;
  frame.classList.toggle("narrow", narrow);
  put(frame, ".slide-headline", slide.headline);
  put(frame, ".slide-caption", slide.caption);
  put(frame, ".slide-takeaway", slide.takeaway);
  put(frame, ".slide-mine", slide.mine);
  put(frame, ".slide-source", slide.source);
  put(frame, ".slide-counter", counter);
  const chart = frame.querySelector(".slide-chart");
  if (frame.plotted) window.Plotly.purge(frame.plotted);
  frame.plotted = null;
  chart.replaceChildren();
  chart.removeAttribute("role");
  chart.removeAttribute("aria-label");
  if (slide.facts?.length) chart.append(facts(slide.facts));
  chart.hidden = !slide.figure && !slide.facts?.length;
  frame.classList.toggle("words-only", chart.hidden);
  fit(frame);
  if (slide.figure) await plot(frame, chart, slide);
}

/** Fit what is shown to a window of another size. */
export async function resize(frame) {
  if (!frame.told) return;
  fit(frame);
  if (frame.plotted) await plot(frame, frame.querySelector(".slide-chart"), frame.told.slide);
}

/** How much larger than in a window of 1280 x 720 everything is. */
export function scale(frame) {
  if (frame.told?.narrow) return 1;
  return Math.max(0.3, Math.min(frame.clientWidth / WIDTH, frame.clientHeight / HEIGHT));
}

function put(frame, part, text) {
  const element = frame.querySelector(part);
  if (!element) return;
  const told = typeset(text ?? "");
  // A live region speaks when its text changes; the same text again would be read twice.
  if (element.textContent !== told) element.textContent = told;
  element.hidden = !text;
}

/** The largest type at which the chart keeps its share of the frame and nothing is cut. */
function fit(frame) {
  frame.style.setProperty("--scale", scale(frame));
  const chart = frame.querySelector(".slide-chart");
  for (const step of STEPS) {
    frame.style.setProperty("--fit", step);
    const whole = frame.scrollHeight <= frame.clientHeight + 1;
    // A figure is drawn anew in the room that there is; figures in words take the room that they need.
    const inside = frame.plotted || chart.scrollHeight <= chart.clientHeight + 1;
    const brief = step <= STILL_LARGE || linesOf(frame.querySelector(".slide-headline")) <= 2;
    const roomy = chart.hidden || chart.clientHeight >= LEAST_CHART * frame.clientHeight;
    if (frame.told?.narrow || (whole && inside && brief && roomy)) return;
  }
}

function linesOf(text) {
  return Math.round(text.clientHeight / parseFloat(getComputedStyle(text).lineHeight));
}

async function plot(frame, chart, slide) {
  const [{ data, layout }] = await Promise.all([complete(slide.figure), plotly()]);
  // While the coastline was on its way another slide may have been asked for.
  if (frame.told.slide !== slide) return;
  const factor = scale(frame);
  const plotted = frame.plotted ?? document.createElement("div");
  const width = chart.clientWidth / factor;
  const height = frame.told.narrow ? (layout.height ?? 420) : chart.clientHeight / factor;
  plotted.style.width = `${width}px`;
  plotted.style.height = `${height}px`;
  // Plotly follows a transform with its tooltips; so one figure serves windows of any size.
  plotted.style.transform = factor === 1 ? "" : `scale(${factor})`;
  plotted.style.transformOrigin = "top left";
  if (!frame.plotted) chart.append(plotted);
  frame.plotted = plotted;
  chart.setAttribute("role", "img");
  chart.setAttribute("aria-label", slide.alt);
  await window.Plotly.react(plotted, data, { ...layout, width, height, autosize: false, dragmode: false }, CONFIG);
}
