// Run by accessibility.sh.
import { chromium } from "playwright-core";

const [site, ...more] = process.argv.slice(2);
const paths = ["/", "/about/", "/fees/", "/ketamine-assisted-psychotherapy/", "/archive/", "/tag/sleep/", "/author/mara-ellingwood/",
  "/search/?q=sleep", "/none/", ...more.filter(path => path !== "")];
const executablePath = process.env.KAP_CHROMIUM ?? "/usr/bin/chromium";
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
let faults = 0;

async function on(path, options, look) {
  const context = await browser.newContext({ reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  await page.goto(site + path);
  for (const fault of await look(page)) {
    faults++;
    console.log(path, JSON.stringify(options.viewport), fault);
  }
  await context.close();
}

// 2.1.1, 2.1.2, 2.4.1, 2.4.3, 2.4.7, 2.4.11: Tab reaches everything in its order, in sight and with an outline, and leaves again.
async function byKeys(page) {
  const found = [];
  const wanted = await page.evaluate(() => [...document.querySelectorAll("a[href], button, input:not([disabled]), summary, [tabindex]")]
    .filter(one => one.tabIndex >= 0 && one.checkVisibility({ contentVisibilityAuto: true })).length);
  let before = -1, reached = 0;
  for (; reached < 500; reached++) {
    await page.keyboard.press("Tab");
    const now = await page.evaluate(() => {
      const one = document.activeElement;
      if (one === null || one === document.body) return null;
      const [box, style] = [one.getBoundingClientRect(), getComputedStyle(one)];
      return {
        at: [...document.querySelectorAll("*")].indexOf(one),
        name: `${one.tagName} ${(one.getAttribute("aria-label") ?? one.textContent).trim().slice(0, 40)}`,
        isSeen: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
        hasOutline: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
      };
    });
    // Behind the last one comes the browser itself, or the first again.
    if (now === null || now.at <= before) break;
    before = now.at;
    if (!now.isSeen) found.push(`focus out of sight: ${now.name}`);
    if (!now.hasOutline) found.push(`focus without an outline: ${now.name}`);
  }
  if (reached < wanted) found.push(`Tab reaches ${reached} of ${wanted}`);
  return found;
}

// 1.4.4, 1.4.10, 1.4.12: nothing runs over the side, and nothing is cut off.
const room = page => page.evaluate(() => {
  const name = one => `${one.tagName}.${one.className} ${one.textContent.trim().slice(0, 30)}`;
  const all = [...document.querySelectorAll("body *")].filter(one => one.checkVisibility() && one.textContent.trim() !== "");
  const over = all.filter(one => one.getBoundingClientRect().right > innerWidth + 1 && !one.closest(".scroll, pre, .visually-hidden"));
  const cut = all.filter(one => ["hidden", "clip"].includes(getComputedStyle(one).overflowY) && !one.matches(".visually-hidden")
    && (one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1));
  return [...over.map(one => `over the side: ${name(one)}`), ...cut.map(one => `cut off: ${name(one)}`)];
});

const spacing = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }"
  + " p { margin-bottom: 2em !important }";

// 2.5.8: 24 pixels, or a circle of 24 pixels around the middle that meets no other, or a link in a sentence.
const targets = page => page.evaluate(() => {
  const all = [...document.querySelectorAll("a[href], button, input:not([disabled]), summary")]
    .filter(one => one.checkVisibility() && one.getBoundingClientRect().width > 1 && !one.matches(".skip"))
    .map(one => ({ one, box: one.getBoundingClientRect() }))
    .map(({ one, box }) => ({ one, box, x: box.x + box.width / 2, y: box.y + box.height / 2, isSmall: Math.min(box.width, box.height) < 23.9 }));
  const isInSentence = one => getComputedStyle(one).display === "inline"
    && (one.closest("p, li, dd, td, figcaption, blockquote, h1, h2, h3, h4")?.textContent.trim() ?? "") !== one.textContent.trim();
  const meet = (a, b) => a !== b && (b.isSmall ? Math.hypot(a.x - b.x, a.y - b.y) < 24
    : Math.hypot(Math.max(b.box.left - a.x, 0, a.x - b.box.right), Math.max(b.box.top - a.y, 0, a.y - b.box.bottom)) < 12);
  return all.filter(a => a.isSmall && !isInSentence(a.one) && all.some(b => meet(a, b)))
    .map(a => `small target: ${a.one.textContent.trim().slice(0, 30)} ${Math.round(a.box.width)} × ${Math.round(a.box.height)}`);
});

// 2.3.3
const motion = page => page.evaluate(() => [...document.querySelectorAll("*")]
  .filter(one => getComputedStyle(one).scrollBehavior === "smooth" || parseFloat(getComputedStyle(one).transitionDuration) > 0
    || parseFloat(getComputedStyle(one).animationDuration) > 0)
  .map(one => `moves: ${one.tagName}.${one.className}`));

// 1.4.11 where the system says the colours: buttons keep their edge, and the focus its outline.
const edges = page => page.evaluate(() => [...document.querySelectorAll(".button, input")]
  .filter(one => one.checkVisibility() && one.type !== "checkbox" && parseFloat(getComputedStyle(one).borderTopWidth) === 0)
  .map(one => `no edge: ${one.tagName}.${one.className}`));

for (const path of paths) {
  for (const width of [390, 1280]) {
    const viewport = { width, height: 800 };
    await on(path, { viewport }, byKeys);
    await on(path, { viewport }, targets);
    await on(path, { viewport }, motion);
    await on(path, { viewport, forcedColors: "active" }, async page => [...await edges(page), ...await byKeys(page)]);
  }
  for (const width of [320, 640]) {
    await on(path, { viewport: { width, height: 256 } }, room);
    await on(path, { viewport: { width, height: 256 }, bypassCSP: true }, async page => {
      await page.addStyleTag({ content: spacing });
      return room(page);
    });
  }
}
await browser.close();
console.log(`${paths.length} pages, ${faults} faults`);
process.exit(faults === 0 ? 0 : 1);
