// Before the first paint, so that a chosen scheme does not flash.
try {
  const scheme = localStorage.getItem("dermarium.scheme");
  if (scheme === "light" || scheme === "dark") document.documentElement.dataset.scheme = scheme;
} catch {
  // Storage can be blocked; the system's scheme stays.
}
