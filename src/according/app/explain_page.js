"use strict";
const words = [...document.querySelectorAll("article [data-claims]")];
const cards = [...document.querySelectorAll(".card")];
const calm = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
const has = (list, id) => (list || "").split(" ").includes(id);
let kept = null;

function show(id) {
  document.body.classList.toggle("picked", id !== null);
  const colour = id && [...document.getElementById(id).classList].find((name) => /^c\d$/.test(name));
  for (const word of words) {
    const on = id !== null && has(word.dataset.claims, id);
    word.dataset.colour ??= [...word.classList].find((name) => /^c\d$/.test(name));
    word.classList.remove("c0", "c1", "c2", "c3", "c4", "c5", "c6", "c7");
    word.classList.add(on ? colour : word.dataset.colour);
    word.classList.toggle("on", on);
    word.classList.toggle("hit", on && has(word.dataset.values, id));
  }
  for (const card of cards) card.classList.toggle("on", card.id === id);
}

function keep(id, follow) {
  kept = kept === id ? null : id;
  show(kept);
  if (kept === null) return;
  const target = follow === "card" ? document.getElementById(id) : words.find((word) => has(word.dataset.claims, id));
  target?.scrollIntoView({ block: follow === "card" ? "nearest" : "center", behavior: calm });
}

for (const card of cards) {
  card.addEventListener("mouseenter", () => show(card.id));
  card.addEventListener("mouseleave", () => show(kept));
  card.addEventListener("click", () => { if (!getSelection().toString()) keep(card.id, "text"); });
  card.addEventListener("keydown", (event) => { if (event.key === "Enter") keep(card.id, "text"); });
}
for (const word of words) {
  const id = (word.dataset.values || word.dataset.claims).split(" ")[0];
  word.addEventListener("mouseenter", () => { if (kept === null) show(id); });
  word.addEventListener("mouseleave", () => { if (kept === null) show(null); });
  word.addEventListener("click", () => { if (!getSelection().toString()) keep(id, "card"); });
}
for (const link of document.querySelectorAll("a.n")) {
  link.addEventListener("click", (event) => { event.preventDefault(); keep(link.hash.slice(1), "card"); });
}
addEventListener("keydown", (event) => { if (event.key === "Escape") { kept = null; show(null); } });
