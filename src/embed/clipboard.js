/** Copies a text, through a temporary field in `root` if there is no clipboard. Resolves to whether that succeeded. */
export async function copy(text, root) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // A page without https has no clipboard, and a frame may not be allowed to use it.
    const focused = root.activeElement;
    const field = root.appendChild(document.createElement("input"));
    field.value = text;
    field.select();
    const isCopied = document.execCommand("copy");
    field.remove();
    focused?.focus();
    return isCopied;
  }
}
