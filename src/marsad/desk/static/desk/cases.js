// Cases by keyboard. Every key is a shortcut to a control of the page, which works by itself.
"use strict";

(() => {
  const KEPT = "marsad-case-keys";
  const decide = document.getElementById("decide");
  const next = document.querySelector("form.next");
  const keysOn = document.getElementById("keys-on");

  if (keysOn) {
    keysOn.checked = localStorage.getItem(KEPT) !== "off";
    keysOn.addEventListener("change", () => {
      localStorage.setItem(KEPT, keysOn.checked ? "on" : "off");
    });
  }
  const areOn = () => localStorage.getItem(KEPT) !== "off";
  const isText = (one) => one.matches("textarea, select, input:not([type=radio], [type=checkbox])");

  const choose = (key) => {
    const radio = decide.querySelector(`input[data-key="${key}"]:not([disabled])`);
    if (!radio) return false;
    radio.checked = true;
    radio.focus();
    return true;
  };

  // Answers no where nothing is answered: what somebody said stays.
  const answerNo = () => {
    decide.querySelectorAll(".exception").forEach((one) => {
      if (!one.querySelector("input:checked")) one.querySelector('input[value="no"]').checked = true;
    });
  };

  const refers = () => Boolean(decide.querySelector('input[value="refer"]:checked'));

  // From the verdict to what the posts are for, from there to the reason, and from it on.
  const goOn = (from) => {
    const purpose = document.getElementById("purpose");
    const because = document.getElementById("because");
    if (from === because) return decide.requestSubmit();
    if (from !== purpose && refers()) return purpose.focus();
    return because.focus();
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !areOn()) return;
    const at = event.target;
    if (event.key === "Escape" && decide?.contains(at)) return at.blur();
    const isEnter = event.key === "Enter" && !event.shiftKey;
    if (decide && isEnter && (decide.contains(at) || at === document.body)) {
      if (at.matches("button, summary, a")) return;
      event.preventDefault();
      return goOn(at);
    }
    if (isText(at)) return;
    if (decide && /^[1-8]$/.test(event.key) && choose(event.key)) event.preventDefault();
    else if (decide && event.key === "0") answerNo();
    else if (next && event.key === "n") next.requestSubmit();
  });
})();
