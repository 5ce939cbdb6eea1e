// The reading desk by keyboard: one finding is at hand, a key decides on it.
// Everything here is a shortcut to a form of the page, which works by itself.
"use strict";

(() => {
  const list = document.getElementById("rows");
  const decide = document.getElementById("decide");
  if (!list || !decide) return;
  const source = document.getElementById("source");
  const keys = document.getElementById("keys");
  const keysOn = document.getElementById("keys-on");
  const NARROW = matchMedia("(max-width: 60rem)");
  let at = null; // the number of the finding at hand
  let reasonIsGiven = false;

  document.documentElement.classList.add("scripted");

  const rows = () => [...list.children];
  const row = (number) => document.getElementById(`finding-${number}`);
  const current = () => (at === null ? null : row(at));
  const isOpen = (one) => one.hasAttribute("data-open") && !one.hasAttribute("aria-busy");
  const marksOf = (number) => [...source.querySelectorAll(`mark[data-findings~="${number}"]`)];

  // -- going from one to the next

  function go(one, { focus = true, scroll = true } = {}) {
    if (!one) return;
    const before = current();
    if (before && before !== one) before.removeAttribute("aria-current");
    source.querySelectorAll("mark.here").forEach((mark) => mark.classList.remove("here"));
    at = one.dataset.number;
    one.setAttribute("aria-current", "true");
    const marks = marksOf(at);
    marks.forEach((mark) => mark.classList.add("here"));
    if (focus) one.focus({ preventScroll: true });
    if (scroll) one.scrollIntoView({ block: "nearest" });
    if (marks.length) bring(marks[0]);
  }

  function bring(mark) {
    const pane = source.getBoundingClientRect();
    const place = mark.getBoundingClientRect();
    if (place.top >= pane.top + 24 && place.bottom <= pane.bottom - 24) return;
    source.scrollTop += place.top - pane.top - pane.height / 3;
  }

  function step(by) {
    const all = rows();
    const here = current();
    const place = here ? all.indexOf(here) + by : by > 0 ? 0 : all.length - 1;
    go(all[Math.min(Math.max(place, 0), all.length - 1)]);
  }

  function toNextOpen() {
    const all = rows();
    const place = Math.max(all.indexOf(current()), 0);
    const following = [...all.slice(place + 1), ...all.slice(0, place)];
    const next = following.find(isOpen);
    if (next) go(next);
    else if (current()) current().focus({ preventScroll: true });
  }

  // -- selecting several

  const boxOf = (one) => one.querySelector('input[name="finding"]');
  const selected = () => rows().filter((one) => boxOf(one)?.checked);

  function select(one, on) {
    const box = one && boxOf(one);
    if (!box) return;
    box.checked = on ?? !box.checked;
    showSelected();
  }

  function showSelected() {
    rows().forEach((one) => one.classList.toggle("selected", Boolean(boxOf(one)?.checked)));
    const count = selected().length;
    decide.classList.toggle("has-selected", count > 0);
    const words = document.getElementById("words-of-desk").dataset.selected;
    decide.querySelector(".selected-count").textContent = count ? `${count} ${words}` : "";
  }

  // -- deciding

  function press(one, key) {
    const button = one?.querySelector(`[data-key="${key}"]`);
    if (button) button.click();
    return Boolean(button);
  }

  function decideAll(verb) {
    if (verb === "reject" || selected().length) {
      decide.querySelector(`button[name="all"][value="${verb}"]`).click();
    }
  }

  function confirmKey() {
    if (selected().length) decideAll("confirm");
    else press(current(), "c");
  }

  function rejectKey() {
    if (selected().length) document.getElementById("because").focus();
    else if (current()) askWhyNot(current());
  }

  function askWhyNot(one) {
    if (!isOpen(one) || one.querySelector(".why-not") || !one.querySelector('[data-key="x"]')) return;
    go(one, { focus: false });
    one.append(document.getElementById("why-not").content.cloneNode(true));
    const form = one.querySelector(".why-not");
    const leave = () => { form.remove(); one.focus({ preventScroll: true }); };
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      document.getElementById("because").value = form.querySelector("input").value;
      reasonIsGiven = true;
      form.remove();
      press(one, "x");
    });
    form.querySelector("[data-leave]").addEventListener("click", leave);
    form.querySelector("input").focus();
    one.scrollIntoView({ block: "nearest" });
  }

  // Before the form goes out, a rejection asks why.
  let saved = false;
  document.addEventListener("submit", (event) => {
    saved = event.target.matches("form.fields");
    if (event.target !== decide) return;
    const [verb, number] = (event.submitter?.value ?? "").split(":");
    if (verb === "reject" && number && !reasonIsGiven) {
      event.preventDefault();
      event.stopImmediatePropagation();
      askWhyNot(row(number));
      return;
    }
    reasonIsGiven = false;
    if (event.submitter?.name === "all" && !selected().length) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
  }, true);

  // By now the request has read the form: what goes out is shown as going.
  document.addEventListener("submit", (event) => {
    if (event.target !== decide) return;
    const [, number] = (event.submitter?.value ?? "").split(":");
    going(event.submitter, number);
  });

  function going(button, number) {
    document.getElementById("because").value = "";
    const decided = button?.name === "all" ? selected() : [number && row(number)].filter(Boolean);
    if (!decided.length) return;
    decided.forEach((one) => {
      const box = boxOf(one);
      if (box) box.checked = false;
      one.setAttribute("aria-busy", "true");
    });
    showSelected();
    if (button?.dataset.key === "u") return;
    go(decided[decided.length - 1], { focus: false });
    toNextOpen();
  }

  // What sent the request may be gone by now; then the document itself is told.
  document.addEventListener("htmx:after:swap", (event) => {
    const outcome = document.getElementById("outcome");
    const touched = (outcome?.dataset.touched ?? "").trim().split(/\s+/).filter(Boolean);
    touched.forEach((number) => { if (row(number)) remark(row(number)); });
    // What was swapped while it was at hand is at hand still.
    if (at && current() && !current().hasAttribute("aria-current")) {
      go(current(), { focus: document.activeElement === document.body });
    }
    const edited = touched.map(row).find((one) => one?.querySelector("form.fields"));
    if (edited) {
      go(edited, { focus: false });
      const wrong = edited.querySelector('[aria-invalid="true"]');
      (wrong ?? edited.querySelector(".fields-grid input, .fields-grid select")).focus();
    } else if (saved) {
      saved = false;
      go(row(touched[0]), { focus: false });
      toNextOpen();
    } else if (document.activeElement === document.body && touched.length) {
      go(row(touched[0]));
    }
    showSelected();
  });

  // A request that failed leaves the row as it was, to be tried again.
  for (const name of ["htmx:error", "htmx:response:error"]) {
    document.addEventListener(name, () => {
      rows().forEach((one) => one.removeAttribute("aria-busy"));
    });
  }

  function remark(one) {
    for (const mark of marksOf(one.dataset.number)) {
      // A piece looks as the innermost finding that can be decided on.
      const shown = mark.dataset.findings.split(" ").filter(row);
      if (shown[shown.length - 1] !== one.dataset.number) continue;
      mark.classList.remove("s-proposed", "s-confirmed", "s-rejected");
      mark.classList.add(`s-${one.dataset.status}`);
    }
  }

  // -- keys

  // By the letter; where the keyboard is not Latin, by the place of the key.
  function letter(event) {
    if (event.key === " " || event.key === "?" || event.key === "؟") return event.key.replace("؟", "?");
    if (/^[a-z]$/i.test(event.key)) return event.key.toLowerCase();
    const place = /^Key([A-Z])$/.exec(event.code);
    return place && event.key.length === 1 ? place[1].toLowerCase() : "";
  }

  const KEYS = {
    j: (shift) => { if (shift) select(current(), true); step(1); if (shift) select(current(), true); },
    k: (shift) => { if (shift) select(current(), true); step(-1); if (shift) select(current(), true); },
    c: confirmKey,
    x: rejectKey,
    e: () => press(current(), "e"),
    m: () => press(current(), "m"),
    u: () => decide.querySelector('[data-key="undo"]').click(),
    n: () => document.querySelector('.desk-head [data-key="n"]').click(),
    " ": () => select(current()),
    "?": () => keys.showModal(),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || keys.open) return;
    if (event.key === "Escape") { leave(event.target); return; }
    const typing = event.target.closest("input:not([type=checkbox]), select, textarea");
    const presses = event.target.closest("button, a, summary, input");
    const key = letter(event);
    if (typing || !KEYS[key] || (key === " " && presses)) return;
    if (!keysOn.checked && key !== "?") return;
    event.preventDefault();
    KEYS[key](event.shiftKey);
  });

  function leave(target) {
    const form = target.closest("form.fields, form.why-not");
    if (form) {
      const one = form.closest(".finding");
      form.querySelector("[data-leave]").click();
      one?.focus({ preventScroll: true });
    } else if (target.closest("#decide")) {
      current()?.focus({ preventScroll: true });
    } else {
      rows().forEach((one) => select(one, false));
    }
  }

  // -- mouse and touch

  list.addEventListener("click", (event) => {
    const one = event.target.closest(".finding");
    if (!one) return;
    if (event.target.closest("a.words")) event.preventDefault();
    const inside = event.target.closest("button, input, select, label, form, a:not(.words)");
    go(one, { focus: !inside });
  });
  list.addEventListener("change", showSelected);
  list.addEventListener("focusin", (event) => {
    const one = event.target.closest(".finding");
    if (one && one.dataset.number !== at) go(one, { focus: false });
  });

  // A second click on the same words goes on to what lies around them.
  source.addEventListener("click", (event) => {
    const mark = event.target.closest("mark");
    if (!mark) return;
    const shown = mark.dataset.findings.split(" ").filter(row).reverse();
    if (!shown.length) return;
    go(row(shown[(shown.indexOf(at) + 1) % shown.length]), { focus: !NARROW.matches });
  });

  // -- beginning

  try {
    keysOn.checked = localStorage.getItem("single-keys") !== "off";
  } catch { /* a browser that keeps nothing shows the keys switched on */ }
  keysOn.addEventListener("change", () => {
    try { localStorage.setItem("single-keys", keysOn.checked ? "on" : "off"); } catch { /* as above */ }
  });
  const help = document.querySelector('.desk-head [data-key="?"]');
  help.hidden = false;
  help.addEventListener("click", () => keys.showModal());
  const asked = location.hash.startsWith("#finding-") && document.querySelector(location.hash);
  const place = /^#at-(\d+)$/.exec(location.hash);
  const placed = place && rows().find((one) => one.dataset.start === place[1]);
  go(asked || placed || rows().find(isOpen) || rows()[0], { scroll: Boolean(asked || placed) });
  showSelected();
})();
