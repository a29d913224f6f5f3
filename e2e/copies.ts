import type { Frame, Page } from '@playwright/test';
import { readStoredVisits } from '../cli/stored-visits.ts';
import type { Snapshot } from '../src/domain/snapshot.ts';
import type { Envelope } from '../src/protocol/messages.ts';
import { expect, type Monitor } from './fixtures.ts';

/** What is different about a copy, by its number from 0. */
export type Vary = (snapshot: Snapshot, index: number) => Partial<Snapshot>;

/** Opens the panel in a tab of its own on a load of the lab, followed by copies of it. */
export async function openPanelWithCopies(monitor: Monitor, count: number, vary: Vary): Promise<Page> {
  await monitor.openPanel('/');
  const tab = await monitor.openTab('panel/panel.html');
  await tab.getByRole('tabpanel').getByRole('button', { name: '/' }).first().click();
  await importCopies(tab, count, vary);
  return tab;
}

/** Takes in copies of the first load that is stored, a minute apart, through any page of the extension. */
export async function importCopies(context: Page | Frame, count: number, vary: Vary): Promise<void> {
  const [visit] = await readStoredVisits(context);
  if (!visit) throw new Error('the load of the lab is not stored');
  const { snapshot } = visit;
  const copies = Array.from({ length: count }, (_, index) => ({
    ...snapshot,
    visitId: crypto.randomUUID(),
    startedAt: snapshot.startedAt + (index + 1) * 60_000,
    longFrames: listNamedFrames(snapshot),
    ...vary(snapshot, index),
  }));
  const envelope: Envelope<'importVisits'> = { protocol: 1, request: 'importVisits', argument: copies };
  const reply = await (context as Page).evaluate((message) => chrome.runtime.sendMessage(message), envelope);
  expect(reply).toMatchObject({ ok: true, value: { imported: count } });
}

/** A long frame without scripts, as a busy machine has them, may be work that keeps a load from being judged. */
function listNamedFrames({ longFrames }: Snapshot): Snapshot['longFrames'] {
  return longFrames.filter(({ scripts }) => scripts.length > 0);
}
