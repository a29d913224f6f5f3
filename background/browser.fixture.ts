import { vi } from 'vitest';

export const EXTENSION_ID = 'abcdefghijklmnopabcdefghijklmnop';
const EXTENSION_URL = `chrome-extension://${EXTENSION_ID}/`;

/** What a content script in tab 1 at http://localhost:8080/ is, as the browser tells it. */
export const CONTENT_SENDER = {
  id: EXTENSION_ID,
  url: 'http://localhost:8080/',
  origin: 'http://localhost:8080',
  frameId: 0,
  tab: { id: 1 },
};

export const PANEL_SENDER = { id: EXTENSION_ID, url: `${EXTENSION_URL}panel/panel.html` };

interface FakeTab {
  id: number;
  url?: string;
  active?: boolean;
  discarded?: boolean;
}

interface FakeScript {
  id: string;
  matches: string[];
  excludeMatches: string[];
  js: string[];
}

/** What the fake browser holds. */
export const state = {
  storage: {} as Record<string, unknown>,
  session: {} as Record<string, unknown>,
  tabs: [] as FakeTab[],
  origins: [] as string[],
  scripts: [] as FakeScript[],
  injected: [] as number[],
  opened: [] as string[],
  installType: 'normal',
  /** How often the kind of installation was asked for. */
  asked: 0,
  alarms: new Map<string, unknown>(),
  badges: new Map<number, { text?: string; title?: string }>(),
};

type Listener = (...args: never[]) => unknown;

function createEvent() {
  const listeners: Listener[] = [];
  return {
    addListener: (listener: Listener) => void listeners.push(listener),
    fire: (...args: unknown[]) => listeners.map((listener) => listener(...(args as never[]))),
    listeners,
  };
}

function badgeOf(tabId: number): { text?: string; title?: string } {
  if (!state.tabs.some(({ id }) => id === tabId)) throw new Error(`No tab with id: ${tabId}.`);
  const badge = state.badges.get(tabId) ?? {};
  state.badges.set(tabId, badge);
  return badge;
}

function createArea(name: 'storage' | 'session') {
  return {
    get: async (wanted: string | string[] | null): Promise<Record<string, unknown>> => {
      const keys = wanted === null ? Object.keys(state[name]) : [wanted].flat();
      return Object.fromEntries(Object.entries(state[name]).filter(([key]) => keys.includes(key)));
    },
    set: async (items: Record<string, unknown>) => void Object.assign(state[name], structuredClone(items)),
    remove: async (keys: string | string[]) => {
      for (const key of [keys].flat()) delete state[name][key];
    },
  };
}

/** As much of the extension API as the worker uses, in memory. */
export const fakeBrowser = {
  /** The English texts, as the set-up of the tests gives them. */
  i18n: {
    getMessage: (key: string, values?: string | string[]) =>
      chrome.i18n.getMessage(key, values === undefined ? [] : [values].flat()),
  },
  runtime: {
    id: EXTENSION_ID,
    getURL: (path: string) => EXTENSION_URL + path,
    getManifest: () => ({
      content_scripts: [{ matches: ['http://localhost/*', 'http://127.0.0.1/*'], js: ['content.js'] }],
    }),
    onMessage: createEvent(),
    onStartup: createEvent(),
    onInstalled: createEvent(),
  },
  storage: {
    onChanged: createEvent(),
    local: createArea('storage'),
    session: createArea('session'),
  },
  alarms: {
    create: async (name: string, info: unknown) => void state.alarms.set(name, info),
    clear: async (name: string) => state.alarms.delete(name),
    onAlarm: createEvent(),
  },
  permissions: {
    getAll: async () => ({
      origins: ['http://localhost/*', 'http://127.0.0.1/*', ...state.origins],
      permissions: [],
    }),
    onAdded: createEvent(),
    onRemoved: createEvent(),
  },
  scripting: {
    getRegisteredContentScripts: async () => [...state.scripts],
    registerContentScripts: async (scripts: FakeScript[]) => void state.scripts.push(...scripts),
    updateContentScripts: async (scripts: FakeScript[]) => {
      state.scripts = scripts;
    },
    unregisterContentScripts: async () => {
      state.scripts = [];
    },
    executeScript: vi.fn(async ({ target }: { target: { tabId: number } }) => {
      if (state.tabs.find(({ id }) => id === target.tabId)?.url?.includes('forbidden')) {
        throw new Error('Cannot access contents of the page.');
      }
      state.injected.push(target.tabId);
    }),
  },
  management: {
    getSelf: async () => {
      state.asked++;
      return { installType: state.installType };
    },
  },
  tabs: {
    create: async ({ url }: { url: string }) => void state.opened.push(url),
    get: async (tabId: number) => {
      const tab = state.tabs.find(({ id }) => id === tabId);
      if (!tab) throw new Error(`No tab with id: ${tabId}.`);
      return tab;
    },
    query: async ({ active, url }: { active?: boolean; url?: string[] }) =>
      state.tabs
        .filter((tab) => active === undefined || tab.active === active)
        .filter((tab) => !url || url.some((pattern) => tab.url?.startsWith(pattern.replace('*', '')))),
    onActivated: createEvent(),
    onUpdated: createEvent(),
    onRemoved: createEvent(),
  },
  action: {
    setBadgeBackgroundColor: async () => undefined,
    setBadgeText: async ({ tabId, text }: { tabId: number; text: string }) => {
      badgeOf(tabId).text = text;
    },
    setTitle: async ({ tabId, title }: { tabId: number; title: string }) => {
      badgeOf(tabId).title = title;
    },
  },
};

export function resetBrowser(): void {
  Object.assign(state, {
    storage: {},
    session: {},
    tabs: [],
    origins: [],
    scripts: [],
    injected: [],
    opened: [],
  });
  state.installType = 'normal';
  state.asked = 0;
  state.alarms.clear();
  state.badges.clear();
  vi.stubGlobal('navigator', { locks: createLocks() });
}

/** Web Locks as the worker uses them: one holder a name, the others in line or turned away. */
function createLocks() {
  const queues = new Map<string, Promise<unknown>>();
  return {
    request(name: string, ...rest: unknown[]): Promise<unknown> {
      const task = rest.at(-1) as (lock: object | null) => unknown;
      const isAvailable = !queues.has(name);
      if ((rest[0] as { ifAvailable?: boolean }).ifAvailable && !isAvailable)
        return Promise.resolve(task(null));
      const turn = (queues.get(name) ?? Promise.resolve()).then(() => task({ name }));
      const settled = turn.catch(() => undefined);
      queues.set(name, settled);
      void settled.then(() => queues.get(name) === settled && queues.delete(name));
      return turn;
    },
  };
}
