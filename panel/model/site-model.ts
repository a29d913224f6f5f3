import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { request } from '../../src/protocol/channel.ts';
import type { InspectedTab } from '../connection/inspected-tab.ts';
import { allowSite, isSiteAllowed } from '../connection/site-permission.ts';
import { observePermissions } from '../connection/observe-permissions.ts';
import { deriveSiteAccess, parseSite, type SiteAccess } from '../derive/site-access.ts';

export interface SiteModel {
  readonly url: ReadonlySignal<string | undefined>;
  readonly access: ReadonlySignal<SiteAccess>;
  /** Counts the navigations of the inspected tab. */
  readonly navigations: ReadonlySignal<number>;
  /** To be called straight from a click. Resolves to false when the user said no. */
  readonly allow: () => Promise<boolean>;
}

export function createSiteModel(tab: InspectedTab): SiteModel {
  const url = signal<string>();
  const allowed = signal<{ readonly pattern: string; readonly allowed: boolean }>();
  const navigations = signal(0);
  const pattern = computed(() => (url.value === undefined ? undefined : parseSite(url.value)?.pattern));
  const readUrl = async (): Promise<void> => void (url.value = await tab.readUrl());
  const ask = async (of = pattern.peek()): Promise<void> => {
    if (of !== undefined) allowed.value = { pattern: of, allowed: await isSiteAllowed(of) };
  };
  tab.observeNavigation(() => {
    navigations.value++;
    void readUrl();
  });
  observePermissions(() => void ask().then(readUrl));
  effect(() => void ask(pattern.value));
  void readUrl();
  const access = computed((): SiteAccess => {
    const answer = allowed.value?.pattern === pattern.value ? allowed.value?.allowed : undefined;
    const seen = deriveSiteAccess(url.value, answer);
    return seen.status === 'unknown' && tab.tabId === undefined ? { status: 'none' } : seen;
  });
  const allow = async (): Promise<boolean> => {
    const granted = pattern.value !== undefined && (await allowSite(pattern.value));
    if (granted) await request('syncSites', undefined);
    return granted;
  };
  return { url, access, navigations, allow };
}
