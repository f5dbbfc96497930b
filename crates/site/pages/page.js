// Runs before the page is first shown. The page is prerendered with the default answer. This script hides that answer
// while the program loads, if the address asks for another one or the visitor follows a link to another one.
(() => {
  const root = document.documentElement;
  const late = () => document.getElementById("late");
  const restore = () => root.classList.add("restoring");
  if (location.hash.length > 1) restore();
  addEventListener("hashchange", () => late() && restore());
  addEventListener("salary:ready", () => {
    root.classList.remove("restoring");
    late()?.remove();
  });
  addEventListener("salary:error", ({ detail }) => {
    if (detail.recoverable) return;
    root.classList.remove("restoring");
    late()?.classList.add("failed");
  });
})();
