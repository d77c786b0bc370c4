// Makes our pages a little kinder; everything works without it.
"use strict";

// A second click must not begin a second flow.
document.addEventListener("submit", (event) => {
  const button = event.target.querySelector("button");
  if (button.getAttribute("aria-busy") === "true") {
    event.preventDefault();
  } else {
    button.setAttribute("aria-busy", "true");
  }
});

// Coming back by the browser's back button shows the page as it was left.
window.addEventListener("pageshow", () => {
  document.querySelectorAll("button[aria-busy]").forEach((b) => b.removeAttribute("aria-busy"));
});
