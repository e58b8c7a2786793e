// What a figure of Plotly needs beside itself: Plotly, and the coastline of the maps.

import { NoSlide } from "./slides.js";

let loading = null;

/** Wait for Plotly; a page whose script tag failed fetches it once more. Raises NoSlide. */
export async function plotly() {
  if (window.Plotly) return;
  loading ??= new Promise((done, fail) => {
    const script = document.createElement("script");
    script.src = new URL("../plotly.min.js", import.meta.url);
    script.onload = done;
    script.onerror = () => { loading = null; fail(new NoSlide(0)); };
    document.head.append(script);
  });
  await loading;
}

let coast = null;

/** A figure with the coastline in its place: it is the same on every map, so it comes once and not with each slide. */
export async function complete(figure) {
  const data = await Promise.all(figure.data.map((trace) => (trace.meta === "coastline" && !trace.x ? withCoast(trace) : trace)));
  return { ...figure, data };
}

async function withCoast(trace) {
  coast ??= fetch(new URL("../coastline.json", import.meta.url)).then((answer) => answer.json());
  try {
    return { ...trace, ...await coast };
  } catch {
    coast = null; // the next map asks again
    return { ...trace, x: [], y: [] };
  }
}
