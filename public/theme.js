// Classic, and before the style sheets: nothing is painted until it has run. See utils/surfaces/theme.ts.
(() => {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const apply = () => {
    let theme;
    try {
      theme = localStorage.getItem('theme');
    } catch {
      // Refused: then there never was a choice.
    }
    if (theme !== 'light' && theme !== 'dark') theme = dark.matches ? 'dark' : 'light';
    document.documentElement.dataset.theme = theme;
  };
  apply();
  dark.addEventListener('change', apply);
  addEventListener('storage', apply);
})();
