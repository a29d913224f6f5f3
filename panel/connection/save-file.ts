/** Saves text as a file of the user's. Needs no permission: the text is a link of the page's own, clicked. */
export function saveFile(name: string, text: string, type = 'application/json'): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken the blob over once the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
