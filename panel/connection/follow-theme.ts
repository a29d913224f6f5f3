/**
 * Inside DevTools the theme is DevTools' own, which need not be the browser's; elsewhere the style sheet follows the
 * browser by itself.
 */
export function followTheme(root: HTMLElement): void {
  const panels = 'devtools' in chrome ? chrome.devtools?.panels : undefined;
  if (!panels) return;
  const apply = (name: string): void => {
    root.dataset['theme'] = name === 'dark' ? 'dark' : 'light';
  };
  apply(panels.themeName);
  panels.setThemeChangeHandler?.(apply);
}
