/** Calls `listener` whenever the user has given or withdrawn a permission: a site, or the processor's. */
export function observePermissions(listener: () => void): { stop: () => void } {
  chrome.permissions.onAdded.addListener(listener);
  chrome.permissions.onRemoved.addListener(listener);
  return {
    stop: () => {
      chrome.permissions.onAdded.removeListener(listener);
      chrome.permissions.onRemoved.removeListener(listener);
    },
  };
}
