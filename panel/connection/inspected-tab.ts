import { openSource } from './open-source.ts';

/** The tab the panel speaks about: from inside DevTools, from a tab of its own, or none at all. */
export interface InspectedTab {
  readonly tabId: number | undefined;
  /** What it shows; undefined when that cannot be known. */
  readonly readUrl: () => Promise<string | undefined>;
  /** Calls back after every navigation, also within the document. */
  observeNavigation(listener: () => void): { stop: () => void };
  /** Absent where there is nothing to reload. */
  readonly reload?: () => void;
  /** Shows a file in DevTools' Sources, at a character of it. Absent outside DevTools. */
  readonly openSource?: (url: string, charPosition: number | undefined) => void;
}

export function connectInspectedTab(search: string): InspectedTab {
  const tabId = Number.parseInt(new URLSearchParams(search).get('tabId') ?? '', 10);
  if (Number.isInteger(tabId)) return connectTab(tabId);
  return 'devtools' in chrome && chrome.devtools?.inspectedWindow ? connectDevtools() : NO_TAB;
}

const NO_TAB: InspectedTab = {
  tabId: undefined,
  readUrl: () => Promise.resolve(undefined),
  observeNavigation: () => ({ stop: () => undefined }),
};

function connectDevtools(): InspectedTab {
  const { inspectedWindow, network } = chrome.devtools;
  let navigatedTo: string | undefined;
  return {
    tabId: inspectedWindow.tabId,
    readUrl: async () => navigatedTo ?? (await readDocumentUrl()),
    observeNavigation(listener) {
      const remember = (url: string): void => {
        navigatedTo = url;
        listener();
      };
      network.onNavigated.addListener(remember);
      return { stop: () => network.onNavigated.removeListener(remember) };
    },
    reload: () => inspectedWindow.reload({}),
    openSource: (url, charPosition) => void openSource(url, charPosition),
  };
}

/**
 * The URL of the inspected document without the `tabs` permission: DevTools lists it first among the page's
 * resources, before the documents of its frames. An empty list is an empty page.
 */
function readDocumentUrl(): Promise<string> {
  return new Promise((resolve) => {
    chrome.devtools.inspectedWindow.getResources((resources) => {
      const document = resources.find((resource) => (resource as { type?: string }).type === 'document');
      resolve((document ?? resources[0])?.url ?? 'about:blank');
    });
  });
}

function connectTab(tabId: number): InspectedTab {
  return {
    tabId,
    readUrl: () =>
      chrome.tabs.get(tabId).then(
        ({ url }) => url,
        () => undefined,
      ),
    observeNavigation(listener) {
      const filter = (changed: number, { status }: { status?: string }): void => {
        if (changed === tabId && status !== undefined) listener();
      };
      chrome.tabs.onUpdated.addListener(filter);
      return { stop: () => chrome.tabs.onUpdated.removeListener(filter) };
    },
    reload: () => void chrome.tabs.reload(tabId).catch(() => undefined),
  };
}
