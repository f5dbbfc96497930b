// Runs before the page is first shown. The page comes with the default answer: where the address asks for another, that
// one is not shown first; nor where a link is followed before the program has come.
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
