// Keys of the list and of the languages side by side: n and p go on and back, d goes to
// the next doubt, e writes, Enter opens.
(() => {
  "use strict";
  const rows = () => [...document.querySelectorAll("[data-row]")];
  const current = () => document.activeElement?.closest("[data-row]") ?? null;

  const go = (among, step) => {
    const all = rows();
    const here = all.indexOf(current());
    const wanted = step > 0
      ? all.find((row, at) => at > here && among(row))
      : all.findLast((row, at) => at < (here < 0 ? all.length : here) && among(row));
    wanted?.focus();
    wanted?.scrollIntoView({ block: "nearest" });
  };

  const isTyping = (target) => target.matches("textarea, select, input");

  // The place of a key on the keyboard, so that Arabic and French layouts work as well.
  const keyOf = (event) => event.code.replace(/^Key/, "").toLowerCase();

  const follow = (name) => {
    const link = current()?.querySelector(`[data-${name}]`);
    link?.click();
    return Boolean(link);
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const key = keyOf(event);
    if (key === "n" || key === "p") go(() => true, key === "n" ? 1 : -1);
    else if (key === "d") go((row) => row.classList.contains("troubled"), 1);
    else if (key === "e" && follow("write")) return;
    else if (event.key === "Enter" && event.target === current() && follow("open")) return;
    else return;
    event.preventDefault();
  });

  // After an act the block that it was about has the focus again.
  let last = "";
  document.addEventListener("htmx:before:request", () => { last = current()?.id ?? ""; });
  document.addEventListener("htmx:after:swap", () => {
    if (last) document.getElementById(last)?.focus();
    last = "";
  });
})();
