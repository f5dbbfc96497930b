/** Converts an input to a query string. It may be one already, or an object with the names of inputs in camelCase. */
export function toQuery(input) {
  if (input === null || typeof input !== "object" || input instanceof URLSearchParams) return String(input ?? "");
  const name = (key) => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const given = Object.entries(input).filter(([, value]) => value !== null && value !== undefined);
  return new URLSearchParams(given.map(([key, value]) => [name(key), value])).toString();
}
