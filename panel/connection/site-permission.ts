/** May the monitor run on the sites this match pattern covers? */
export function isSiteAllowed(pattern: string): Promise<boolean> {
  return chrome.permissions.contains({ origins: [pattern] });
}

/**
 * Asks the user to allow a site. Must be called straight from a click: browsers refuse the question otherwise. False
 * when the user said no. Whoever asks then tells the worker, by `syncSites`.
 */
export function allowSite(pattern: string): Promise<boolean> {
  return chrome.permissions.request({ origins: [pattern] });
}

/** Withdraws a site. False when the browser keeps it, as it does with those the manifest names. */
export function withdrawSite(pattern: string): Promise<boolean> {
  return chrome.permissions.remove({ origins: [pattern] }).catch(() => false);
}

/** The patterns of the sites the user has allowed, without those the manifest always allows. */
export async function listAllowedSites(): Promise<string[]> {
  const { origins = [] } = await chrome.permissions.getAll();
  const always = new Set(chrome.runtime.getManifest().host_permissions ?? []);
  return origins.filter((origin) => !always.has(origin)).sort();
}
