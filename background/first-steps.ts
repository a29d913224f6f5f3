import browser from 'webextension-polyfill';

/**
 * Opens the page with the first steps, once, after an installation. Not for a folder that was loaded unpacked: a developer
 * who has just built it, and every profile that `pbm` and the tests start with, need no greeting.
 */
export async function showFirstSteps(): Promise<void> {
  const { installType } = await browser.management.getSelf();
  if (installType === 'development') return;
  await browser.tabs.create({ url: browser.runtime.getURL('panel/welcome.html') });
}
