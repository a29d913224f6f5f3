import type { Browser } from '../../cli/browser.ts';

interface DeveloperPrivate {
  updateProfileConfiguration(change: { inDeveloperMode: boolean }): Promise<void>;
  updateExtensionConfiguration(change: { extensionId: string; hostAccess: string }): Promise<void>;
  addHostPermission(extensionId: string, host: string): Promise<void>;
  removeHostPermission(extensionId: string, host: string): Promise<void>;
}

/** What a user does on chrome://extensions, where no test can click through the browser's own dialogs. */
export interface ExtensionsPage {
  /** Without developer mode, an unpacked extension that reloads itself stays disabled. */
  allowReload(): Promise<void>;
  /** Withdraws all sites, also those of the manifest. */
  withdrawSites(): Promise<void>;
  /** Gives back a site of the manifest; the browser knows others only from a dialog of its own. */
  allowSite(pattern: string): Promise<void>;
  /** Takes it back again. */
  withdrawSite(pattern: string): Promise<void>;
}

export async function openExtensionsPage({ context, extensionId }: Browser): Promise<ExtensionsPage> {
  const page = await context.newPage();
  await page.goto('chrome://extensions/');
  const api = () =>
    page.evaluateHandle(() => (chrome as unknown as { developerPrivate: DeveloperPrivate }).developerPrivate);
  return {
    allowReload: async () =>
      (await api()).evaluate((it) => it.updateProfileConfiguration({ inDeveloperMode: true })),
    withdrawSites: async () =>
      (await api()).evaluate(
        (it, id) => it.updateExtensionConfiguration({ extensionId: id, hostAccess: 'ON_SPECIFIC_SITES' }),
        extensionId,
      ),
    allowSite: async (pattern) =>
      (await api()).evaluate((it, [id, host]) => it.addHostPermission(id, host), [
        extensionId,
        pattern,
      ] as const),
    withdrawSite: async (pattern) =>
      (await api()).evaluate((it, [id, host]) => it.removeHostPermission(id, host), [
        extensionId,
        pattern,
      ] as const),
  };
}
