// Colours: the contrast between two of them, and shades with enough of it.

/** The contrast that text needs, by WCAG 2.2, criterion 1.4.3. */
export const ENOUGH = 4.5;
const BLACK = [0, 0, 0];
export const WHITE = [255, 255, 255];
const canvas = document.createElement("canvas").getContext("2d");

/** Reads a CSS colour as red, green and blue. Returns undefined for any other text, and for a translucent colour. */
export function colour(text) {
  // The canvas ignores a text that is not a colour, so that the fill from before remains.
  const [one, other] = ["#000000", "#ffffff"].map((before) => {
    canvas.fillStyle = before;
    canvas.fillStyle = /^[\da-f]{3}([\da-f]{3})?$/i.test(text) ? `#${text}` : text;
    return canvas.fillStyle;
  });
  if (one !== other || !/^#[\da-f]{6}$/.test(one)) return undefined;
  return [1, 3, 5].map((at) => parseInt(one.slice(at, at + 2), 16));
}

export const hex = (colour) => `#${colour.map((part) => part.toString(16).padStart(2, "0")).join("")}`;

function luminance(colour) {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Writes a contrast, rounded down: one that just misses the limit must not read as if it met it. */
export const ratio = (one, other) => `${Math.floor(contrast(one, other) * 10) / 10}:1`;

/** Returns black or white, whichever is easier to read on a colour. */
export const textOn = (accent) => (contrast(accent, WHITE) >= contrast(accent, BLACK) ? WHITE : BLACK);

/** Mixes a colour with as little black or white as it needs to have enough contrast with a surface. */
export function nearestShade(accent, surface) {
  const end = textOn(surface);
  for (let percent = 0; percent < 100; percent += 1) {
    const shade = accent.map((part, at) => Math.round(part + ((end[at] - part) * percent) / 100));
    if (contrast(shade, surface) >= ENOUGH) return shade;
  }
  return end;
}
