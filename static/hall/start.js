// Opens a room for a storyline and goes to it. The token of the room stays behind the # of the address, which no
// server's log and no listener sees.

import { page, say } from "./page.js";

/** The storyline that came packed behind the #: the visitor's own, as YAML. */
async function unpack(packed) {
  const bytes = Uint8Array.from(atob(packed.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Response(stream).text();
}

function fail(lines) {
  document.getElementById("opening").hidden = true;
  const list = document.getElementById("problems");
  list.replaceChildren(...lines.map((line) => {
    const item = document.createElement("li");
    item.textContent = line;
    return item;
  }));
  document.getElementById("failed").hidden = false;
}

async function open() {
  const packed = location.hash.slice(1);
  const wanted = { storyline: page.storyline, region: page.region, lang: page.language };
  if (packed) {
    try {
      Object.assign(wanted, { storyline: null, text: await unpack(packed) });
    } catch {
      return fail([say("packed_wrong")]);
    }
  }
  let answer;
  try {
    answer = await fetch(page.rooms, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(wanted) });
  } catch {
    return fail([say("away")]);
  }
  const told = await answer.json().catch(() => ({}));
  if (!answer.ok) return fail(told.problems ?? [say("away")]);
  return location.replace(`${page.base}/${told.code}/present?lang=${page.language}#${told.token}`);
}

open();
