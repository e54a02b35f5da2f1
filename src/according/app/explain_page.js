"use strict";
const words = [...document.querySelectorAll("#text span[data-claims]")];
const cards = [...document.querySelectorAll(".card")];
const has = (list, number) => (list || "").split(" ").includes(number);
let kept = null;
function show(number) {
  document.body.classList.toggle("picked", number !== null);
  for (const word of words) {
    const on = number !== null && has(word.dataset.claims, number);
    word.classList.toggle("on", on);
    word.classList.toggle("hit", on && has(word.dataset.values, number));
    if (on) { const card = document.getElementById("claim-" + number); word.style.setProperty("--c", getComputedStyle(card).getPropertyValue("--c")); }
    else word.style.removeProperty("--c");
  }
  for (const card of cards) card.classList.toggle("on", card.dataset.claim === number);
}
function keep(number) {
  kept = kept === number ? null : number;
  show(kept);
  if (kept !== null) words.find((word) => has(word.dataset.claims, kept))?.scrollIntoView({ block: "center", behavior: "smooth" });
}
for (const card of cards) {
  card.addEventListener("mouseenter", () => show(card.dataset.claim));
  card.addEventListener("mouseleave", () => show(kept));
  card.addEventListener("click", () => keep(card.dataset.claim));
  card.addEventListener("keydown", (event) => { if (event.key === "Enter") keep(card.dataset.claim); });
}
for (const word of words) {
  const number = word.dataset.claims.split(" ")[0];
  if (!number) continue;
  word.addEventListener("click", () => { keep(number); document.getElementById("claim-" + number).scrollIntoView({ block: "nearest", behavior: "smooth" }); });
}
