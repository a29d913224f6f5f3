/**
 * Does the extension that injected this script still exist? After an update or removal `chrome.runtime` loses its id
 * and every call on it throws synchronously; the script stays behind in the page and must fall silent.
 */
export function isExtensionAlive(): boolean {
  return chrome.runtime?.id !== undefined;
}
