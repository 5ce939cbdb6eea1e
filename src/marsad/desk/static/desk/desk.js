// What every page of the desk does: tell what went wrong, and close what stands open.
"use strict";

(() => {
  // A request from within a page that failed says so at the head of the page.
  function tell(words) {
    const messages = document.getElementById("messages");
    if (!messages) return;
    const message = document.createElement("p");
    message.className = "message message-error";
    message.textContent = words || messages.dataset.unreachable;
    messages.replaceChildren(message);
    messages.scrollIntoView({ block: "nearest" });
  }

  document.addEventListener("htmx:response:error", (event) => {
    const { response, text } = event.detail.ctx;
    // A form that was not valid comes back with its own words beside each field.
    if (response.status === 422 && !text.includes('class="trouble"')) return;
    const page = new DOMParser().parseFromString(text ?? "", "text/html");
    tell(page.querySelector(".trouble p")?.textContent);
  });
  document.addEventListener("htmx:error", () => tell(""));

  // The menu of one's account closes by Esc, and by a click beside it.
  const account = document.querySelector("details.account");
  if (account) {
    document.addEventListener("click", (event) => {
      if (account.open && !account.contains(event.target)) account.open = false;
    });
    account.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !account.open) return;
      account.open = false;
      account.querySelector("summary").focus();
    });
  }
})();
