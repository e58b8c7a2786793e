// How listeners come in: a QR code and a short code, as large as the window. The presenter may mend the address.

import { keep, kept } from "./kept.js";

const KEY = "teladan address";
const STORE = "sessionStorage"; // another hall has another address

/** Fill the invitation of a room. */
export function drawFollow(page) {
  const picture = document.getElementById("qr");
  const told = document.getElementById("address-told");
  const field = document.getElementById("address");
  const choose = (address) => {
    picture.src = `${page.room}/qr.svg?${new URLSearchParams({ at: address })}`;
    told.textContent = `${address.replace(/^http:\/\//, "")}/hall`;
  };
  field.value = kept(KEY, STORE) ?? page.at;
  choose(field.value);
  field.addEventListener("change", () => {
    const address = plain(field.value);
    field.setCustomValidity(address ? "" : page.words.address_wrong);
    if (!address) return field.reportValidity();
    field.value = address;
    keep(KEY, address, STORE);
    return choose(address);
  });
}

/** What was typed as an address, without the slash at its end; empty where it is none. */
function plain(typed) {
  try {
    const { protocol, origin, pathname } = new URL(typed.includes("://") ? typed : `http://${typed}`);
    return protocol === "http:" || protocol === "https:" ? (origin + pathname).replace(/\/$/, "") : "";
  } catch {
    return "";
  }
}
