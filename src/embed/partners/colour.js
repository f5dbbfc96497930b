// Colours: how far apart two of them are, and which shade of one stands out enough.

/** What text needs, by WCAG 2.2, criterion 1.4.3. */
const ENOUGH = 4.5;
const BLACK = [0, 0, 0];
const WHITE = [255, 255, 255];
const canvas = document.createElement("canvas").getContext("2d");

/** Red, green and blue of a colour as CSS writes it; undefined where it is none, or lets something shine through. */
function colour(text) {
  // What is no colour leaves the one before it.
  const [one, other] = ["#000000", "#ffffff"].map((before) => {
    canvas.fillStyle = before;
    canvas.fillStyle = /^[\da-f]{3}([\da-f]{3})?$/i.test(text) ? `#${text}` : text;
    return canvas.fillStyle;
  });
  if (one !== other || !/^#[\da-f]{6}$/.test(one)) return undefined;
  return [1, 3, 5].map((at) => parseInt(one.slice(at, at + 2), 16));
}

const hex = (colour) => `#${colour.map((part) => part.toString(16).padStart(2, "0")).join("")}`;

function luminance(colour) {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** As it is said: never rounded up to what it does not reach. */
const ratio = (one, other) => `${Math.floor(contrast(one, other) * 10) / 10}:1`;

/** The text that stands out more on a colour. */
const textOn = (accent) => (contrast(accent, WHITE) >= contrast(accent, BLACK) ? WHITE : BLACK);

/** The shade of a colour next to it that stands out enough on a surface: with as little black or white in it as will do. */
function nearestShade(accent, surface) {
  const end = textOn(surface);
  for (let percent = 0; percent < 100; percent += 1) {
    const shade = accent.map((part, at) => Math.round(part + ((end[at] - part) * percent) / 100));
    if (contrast(shade, surface) >= ENOUGH) return shade;
  }
  return end;
}
