// Figures that belong on no common axis, as a list in large type.

import { typeset } from "./page.js";

/** The list of what a slide tells: the title of each, its figure, and who says so. */
export function facts(told) {
  const list = document.createElement("dl");
  list.className = "slide-facts";
  for (const fact of told) {
    const group = document.createElement("div");
    group.append(part("dt", fact.title), figure(fact.figure), part("dd", fact.told));
    list.append(group);
  }
  return list;
}

/** A figure is large, what it counts less so: “3.000 sambungan terpakai”; a name is between the two. */
function figure(told) {
  const [, number = "", unit = ""] = told.match(/^([\d.,\s→%−–-]*\d%?)(?: (\D*))?$/) ?? [];
  const large = part("dd", number);
  const small = part("span", number ? unit : told);
  small.className = number ? "unit" : "name";
  large.append(small);
  return large;
}

function part(tag, text) {
  const element = document.createElement(tag);
  element.textContent = typeset(text);
  return element;
}
