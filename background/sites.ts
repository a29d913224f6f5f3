import browser, { type Permissions, type Tabs } from 'webextension-polyfill';

/** The one content script that is registered at run time; the manifest's own covers local development servers. */
const SCRIPT_ID = 'capture';

/**
 * Registers the content script for exactly the sites the user has allowed. To be called whenever that may have
 * changed, and at every start: an update of the extension drops what was registered.
 */
export function syncSites(): Promise<void> {
  return navigator.locks.request('sites', async () => {
    const matches = await readAllowedSites();
    const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
    if (matches.length === 0) {
      if (registered) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
      return;
    }
    const { js, matches: excludeMatches } = readManifestScript();
    const script = { id: SCRIPT_ID, js, matches, excludeMatches, runAt: 'document_start' as const };
    if (registered) await browser.scripting.updateContentScripts([script]);
    else await browser.scripting.registerContentScripts([{ ...script, persistAcrossSessions: true }]);
  });
}

/**
 * Starts the content script in pages that were open before it could start by itself: after installation, an update,
 * or a new permission. Such pages have begun without it, and say so. Pages it may not enter are left alone.
 */
export async function enterOpenTabs(origins?: Permissions.Permissions['origins']): Promise<void> {
  const tabs = await browser.tabs.query(origins ? { url: origins } : {});
  await Promise.all(tabs.map(enterTab));
}

async function enterTab({ id, url, discarded }: Tabs.Tab): Promise<void> {
  if (id === undefined || discarded || !url?.startsWith('http')) return;
  try {
    await browser.scripting.executeScript({ target: { tabId: id }, files: readManifestScript().js });
  } catch {
    // Not ours to enter: the store, a policy, or a tab that was closed meanwhile.
  }
}

/** Allowed sites beyond those of the manifest. */
async function readAllowedSites(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  const { matches } = readManifestScript();
  return origins.filter((origin) => !matches.includes(origin)).sort();
}

function readManifestScript(): { js: string[]; matches: string[] } {
  const [script] = browser.runtime.getManifest().content_scripts ?? [];
  return { js: script?.js ?? [], matches: script?.matches ?? [] };
}
