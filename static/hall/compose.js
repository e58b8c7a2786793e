// One picture of a slide to take away: headline, chart, takeaway, source and receipt in one SVG, and that as a PNG.
//
// The picture carries its typeface in itself and asks nothing of any server, so it looks the same in a report.

import { complete } from "./figure.js";

const WIDTH = 1280;
const MARGIN = 56;
const CHART = 430;
const TYPEFACE_READ = 400; // milliseconds, many times what it takes
const FAMILY = "Plus Jakarta Sans";

/** The SVG of a slide as text. `receipt` are the lines that say where it comes from. */
export async function svgOf(slide, { receipt, fonts }) {
  const paper = new Paper(coloursOfPage());
  paper.write(slide.headline, { size: 36, weight: 700, line: 1.2 });
  paper.write(slide.caption, { size: 19, colour: "muted", above: 4 });
  paper.down(14);
  if (slide.figure) await draw(paper, slide.figure);
  else if (slide.facts?.length) writeFacts(paper, slide.facts);
  paper.write(slide.takeaway, { size: 23, weight: 500, above: 10 });
  if (slide.mine) paper.write(slide.mine, { size: 21, above: 6, bar: true });
  paper.write(slide.source, { size: 15, colour: "muted", above: 12 });
  for (const line of receipt) paper.write(line, { size: 13, colour: "muted", above: 2 });
  return paper.svg(slide.headline, slide.alt, await typeface(fonts));
}

/** The same as a PNG, `times` as large as it is drawn. */
export async function pngOf(svg, times = 2) {
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const picture = new Image();
    picture.src = address;
    await picture.decode();
    const canvas = document.createElement("canvas");
    canvas.width = picture.naturalWidth * times;
    canvas.height = picture.naturalHeight * times;
    const draw = () => canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    // A browser reads the typeface within a picture only when it draws it, and leaves the words out until it has.
    draw();
    await new Promise((done) => setTimeout(done, TYPEFACE_READ));
    draw();
    return await new Promise((done) => canvas.toBlob(done, "image/png"));
  } finally {
    URL.revokeObjectURL(address);
  }
}

// Those of charts/palette.py.
/** The colours of the page (hall.css), which are those of the slide. */
function coloursOfPage() {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(["ink", "muted", "hairline", "paper", "accent"].map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
}

/** What is written from top to bottom, as high as it turns out to be. */
class Paper {
  constructor(colours) {
    this.colours = colours;
    this.parts = [];
    this.top = 40;
    this.pen = document.createElement("canvas").getContext("2d");
  }

  down(pixels) {
    this.top += pixels;
  }

  write(text, { size, weight = 400, line = 1.35, colour = "ink", above = 0, bar = false, left = MARGIN, width = WIDTH - 2 * MARGIN }) {
    if (!text) return;
    this.top += above;
    const indent = bar ? 16 : 0;
    this.pen.font = `${weight} ${size}px "${FAMILY}"`;
    const lines = wrap(text, width - indent, (part) => this.pen.measureText(part).width);
    if (bar) this.parts.push(`<rect x="${left}" y="${this.top}" width="5" height="${lines.length * size * line}" fill="${this.colours.accent}"/>`);
    for (const told of lines) {
      this.top += size * line;
      const place = `x="${left + indent}" y="${(this.top - size * (line - 1) / 2 - size * 0.18).toFixed(1)}"`;
      this.parts.push(`<text ${place} font-size="${size}" font-weight="${weight}" fill="${this.colours[colour]}">${escaped(told)}</text>`);
    }
  }

  svg(title, alt, style) {
    const height = Math.ceil(this.top + 28);
    return [
      `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${WIDTH}" height="${height}"`,
      ` viewBox="0 0 ${WIDTH} ${height}" role="img" font-family="'${FAMILY}', sans-serif" font-variant-numeric="tabular-nums">`,
      `<title>${escaped(title)}</title><desc>${escaped(alt)}</desc><style>${style}</style>`,
      `<rect width="100%" height="100%" fill="${this.colours.paper}"/>`, ...this.parts, "</svg>",
    ].join("");
  }
}

async function draw(paper, figure) {
  const width = WIDTH - 2 * MARGIN;
  const size = { width, height: CHART };
  const { data, layout } = await complete(figure);
  const drawn = await window.Plotly.toImage({ data, layout: { ...layout, ...size } }, { format: "svg", ...size });
  const told = decodeURIComponent(drawn.slice(drawn.indexOf(",") + 1));
  paper.parts.push(told.replace("<svg ", `<svg x="${MARGIN}" y="${paper.top}" `));
  paper.down(CHART);
}

function writeFacts(paper, facts) {
  const columns = Math.min(facts.length, 3);
  const width = (WIDTH - 2 * MARGIN - 40 * (columns - 1)) / columns;
  for (let first = 0; first < facts.length; first += columns) {
    const top = paper.top + 24;
    let lowest = top;
    facts.slice(first, first + columns).forEach((fact, column) => {
      const at = { left: MARGIN + column * (width + 40), width };
      paper.top = top;
      paper.parts.push(`<rect x="${at.left}" y="${top}" width="${width}" height="2" fill="${paper.colours.hairline}"/>`);
      paper.write(fact.figure, { size: 42, weight: 700, line: 1.15, above: 14, ...at });
      paper.write(fact.title, { size: 19, above: 4, ...at });
      paper.write(fact.told, { size: 16, colour: "muted", above: 2, ...at });
      lowest = Math.max(lowest, paper.top);
    });
    paper.top = lowest;
  }
  paper.down(24);
}

/** A text in lines that are no wider than `width`. */
function wrap(text, width, measure) {
  const lines = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    const longer = line ? `${line} ${word}` : word;
    if (line && measure(longer) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}

function escaped(text) {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** The typeface as a part of the picture. Raises what is in the way where it does not arrive. */
async function typeface(files) {
  const faces = await Promise.all(files.map(async ({ address, range }) => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(String(answer.status));
    const bytes = new Uint8Array(await answer.arrayBuffer());
    let binary = "";
    for (const byte of bytes) binary += String.fromCharCode(byte);
    const limits = range ? `unicode-range:${range};` : "";
    return `@font-face{font-family:"${FAMILY}";font-weight:200 800;${limits}src:url(data:font/woff2;base64,${btoa(binary)}) format("woff2")}`;
  }));
  return faces.join("");
}
