export interface ActiveTab {
  readonly tabId: number | undefined;
  /** Visible because the user has just clicked the toolbar button on that tab. */
  readonly url: string | undefined;
}

/** The tab the popup was opened on; `?tabId=` names another one, for a popup that stands in a tab of its own. */
export async function findActiveTab(search: string): Promise<ActiveTab> {
  const wanted = Number.parseInt(new URLSearchParams(search).get('tabId') ?? '', 10);
  const [tab] = Number.isInteger(wanted)
    ? [await chrome.tabs.get(wanted).catch(() => ({ id: wanted, url: undefined }))]
    : await chrome.tabs.query({ active: true, currentWindow: true });
  return { tabId: tab?.id, url: tab?.url };
}
