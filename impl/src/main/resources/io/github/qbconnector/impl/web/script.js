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

// A link for another machine: copied by a click, its time counted down.
const link = document.getElementById("link");
const copy = document.getElementById("copy");
if (link && copy && navigator.clipboard) {
  const label = copy.textContent;
  copy.hidden = false;
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(link.value);
    copy.textContent = copy.dataset.copied;
    setTimeout(() => { copy.textContent = label; }, 2000);
  });
}
if (link) {
  link.addEventListener("focus", () => link.select());
}

const expiry = document.getElementById("expiry");
if (expiry) {
  const end = performance.now() + Number(expiry.dataset.seconds) * 1000;
  const two = (number) => String(number).padStart(2, "0");
  const count = () => {
    const left = Math.round((end - performance.now()) / 1000);
    if (left <= 0) {
      location.reload();
      return;
    }
    const hours = Math.floor(left / 3600);
    const minutes = Math.floor(left / 60) % 60;
    const time = (hours > 0 ? hours + ":" + two(minutes) : String(minutes)) + ":" + two(left % 60);
    expiry.textContent = expiry.dataset.text.replace("{0}", time);
    setTimeout(count, 1000);
  };
  count();
}

// What the page waits for: asked for while somebody looks, and the page shown anew when it came.
const progress = document.getElementById("progress");
if (progress) {
  const pause = Number(progress.dataset.seconds) * 1000;
  const ask = async () => {
    let state = progress.dataset.state;
    if (document.visibilityState === "visible") {
      try {
        const answer = await fetch(progress.dataset.status, { headers: { Accept: "application/json" } });
        state = answer.ok ? (await answer.json()).state : state;
      } catch (e) {
        // The network is away; the next turn may find it.
      }
    }
    if (state === progress.dataset.state) {
      setTimeout(ask, pause);
    } else {
      location.reload();
    }
  };
  setTimeout(ask, pause);
}
