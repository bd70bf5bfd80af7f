// Runs before the first paint, so that a remembered choice does not flash.
try {
  const theme = localStorage.getItem("briefs-theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch { /* storage is switched off: the system's preference holds */ }
document.documentElement.classList.add("js");
