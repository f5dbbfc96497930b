// The visitor's actions in a prerendered calculator, before the program draws over it.

/**
 * Returns the actions as a query string, which src/state/early.rs reads, and a function that returns the focus to the
 * field that had it.
 */
export function earlyActions(app) {
  const input = new URLSearchParams();
  const { activeElement } = app.getRootNode();
  const focused = app.contains(activeElement) ? activeElement : undefined;
  if (focused?.name) input.set("focused", focused.name);
  for (const { id } of app.querySelectorAll("details[open]")) input.append("open", id);
  const fields = [...app.querySelectorAll("[name]")];
  // The focused field goes last, because the program treats a field as finished once another one follows.
  const isFocused = ({ name }) => name === focused?.name;
  fields.sort((one, other) => isFocused(one) - isFocused(other));
  for (const { name, type, value, checked, defaultChecked, defaultValue, selectedOptions } of fields) {
    if (selectedOptions) {
      if (selectedOptions[0]?.defaultSelected === false) input.set(name, value);
    } else if (type === "radio") {
      if (checked && !defaultChecked) input.set(name, value);
    } else if (type === "checkbox") {
      // Checkboxes with the same name are one input: a comma-separated list of those that are ticked.
      const ticked = fields.filter((field) => field.name === name && field.checked).map(({ value }) => value);
      if (checked !== defaultChecked) input.set(name, ticked.join());
    } else if (value !== defaultValue) input.set(name, value);
  }
  const path = focused && selector(focused);
  const caret = focused?.selectionEnd;
  const refocus = () => {
    const target = path && app.querySelector(path);
    target?.focus();
    if (typeof caret === "number" && target?.selectionEnd !== null) target?.setSelectionRange(caret, caret);
  };
  return { input: input.toString(), refocus };
}

/** Returns a selector for the same element after a redraw: by its tag and attributes, else by its parent. */
function selector(element) {
  const marks = ({ attributes }, ...names) =>
    names.map((name) => attributes[name] && `[${name}="${CSS.escape(attributes[name].value)}"]`).join("");
  const { parentElement, tagName, type, value } = element;
  const own = marks(element, "name", "href", "popovertarget");
  if (!own) return `${marks(parentElement, "id", "part", "class")} > ${tagName}`;
  return tagName + own + marks(element, "type") + (/radio|checkbox/.test(type) ? `[value="${CSS.escape(value)}"]` : "");
}
