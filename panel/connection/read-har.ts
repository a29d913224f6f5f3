/** Can there be a network log at all? Only inside DevTools. */
export function hasNetworkLog(): boolean {
  return 'devtools' in chrome && chrome.devtools?.network !== undefined;
}

/** DevTools' network log of the inspected tab: it comes with headers and cookies too, and must not be kept as it is. */
export function readHar(): Promise<unknown> {
  return new Promise((resolve) => chrome.devtools.network.getHAR(resolve));
}
