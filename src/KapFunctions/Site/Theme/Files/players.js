// Puts a player in the place of its card on a click. Without this script a card is a link to the player's own page.
const hosts = [
  "www.youtube-nocookie.com",
  "player.vimeo.com",
  "open.spotify.com",
  "embed.podcasts.apple.com",
  "w.soundcloud.com",
];

/** The address that a frame may load; null for every host that is not on the list, by its exact name. */
function addressOf(link) {
  const frame = link.dataset.frame;
  const address = URL.canParse(frame) ? new URL(frame) : null;
  return address?.protocol === "https:" && hosts.includes(address.host) ? address.href : null;
}

function frameOf(link, address) {
  const frame = document.createElement("iframe");
  frame.title = link.querySelector(".embed-title")?.textContent ?? "";
  frame.setAttribute("sandbox", "allow-scripts allow-same-origin allow-popups allow-presentation");
  frame.allow = "encrypted-media; fullscreen; picture-in-picture";
  frame.referrerPolicy = "strict-origin-when-cross-origin";
  frame.src = address;
  return frame;
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("figure.embed > a[data-frame]");
  // With a key or another button held, a reader wants the link.
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) {
    return;
  }
  const address = addressOf(link);
  if (!address) {
    return;
  }
  event.preventDefault();
  const frame = frameOf(link, address);
  const caption = document.createElement("figcaption");
  link.replaceWith(frame, caption);
  caption.append(link);
  link.removeAttribute("data-frame");
  frame.focus();
});
