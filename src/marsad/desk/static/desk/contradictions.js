// Keys of the queue: 1, 2, b and 0 choose, n and p go on and back; Enter sends the form.
(() => {
  "use strict";
  const CHOICES = { 1: "one", 2: "other", b: "both", 0: "neither" };
  const cards = () => [...document.querySelectorAll("[data-card]")];
  const current = () => document.activeElement?.closest("[data-card]") ?? null;

  const go = (step) => {
    const all = cards();
    const at = all.indexOf(current());
    const next = all[at < 0 ? 0 : Math.min(Math.max(at + step, 0), all.length - 1)];
    next?.focus();
    next?.scrollIntoView({ block: "nearest" });
  };

  const choose = (value) => {
    const card = current() ?? cards()[0];
    const radio = card?.querySelector(`input[name="choice"][value="${value}"]`);
    if (!radio) return;
    radio.checked = true;
    card.querySelector('input[name="because"]')?.focus();
  };

  const isTyping = (target) =>
    target.matches('textarea, select, input:not([type="radio"]):not([type="checkbox"])');

  // The place of a key on the keyboard, so that Arabic and French layouts work as well.
  const keyOf = (event) =>
    event.code.replace(/^(Key|Digit|Numpad)/, "").toLowerCase();

  document.addEventListener("keydown", (event) => {
    if (!document.querySelector("[data-keys]")) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTyping(event.target)) {
      if (event.key === "Escape") current()?.focus();
      return;
    }
    const key = keyOf(event);
    if (key === "n" || key === "p") go(key === "n" ? 1 : -1);
    else if (key in CHOICES) choose(CHOICES[key]);
    else return;
    event.preventDefault();
  });

  // After a decision the next open one has the focus.
  document.addEventListener("htmx:after:swap", () => {
    const open = cards().find((card) => card.querySelector('input[name="choice"]'));
    open?.focus();
  });
})();
