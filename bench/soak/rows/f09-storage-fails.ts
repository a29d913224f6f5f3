import { renameSync, rmSync } from 'node:fs';
import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { waitFor } from '../../../cli/wait-for.ts';
import type { StorageProblem, StorageState } from '../../../src/domain/storage-state.ts';
import { withExtensionCopy } from '../extension-copy.ts';
import { type RawGround, type RawLife, onRawGround } from '../raw-ground.ts';
import { defineRow, exactly, type Figure, known } from '../row.ts';
import { writePage } from '../site.ts';

interface Scale {
  /** Which files of the database are damaged, one after the other. */
  readonly damaged: readonly RegExp[];
}

export const storageFails = defineRow<Scale>({
  id: 'F9',
  fault: 'the database does not open, does not answer, is newer, is damaged, or the disk is full',
  short: { damaged: [/^MANIFEST/] },
  long: { damaged: [/^MANIFEST/, /^CURRENT/, /\.log$/] },
  async measure({ damaged }) {
    return [
      ...(await onRawGround(measureOpening)),
      ...(await onRawGround((ground) => measureDamage(ground, damaged))),
      ...(await withExtensionCopy(
        (manifest) => ({
          ...manifest,
          permissions: manifest.permissions.filter((name) => name !== 'unlimitedStorage'),
        }),
        (dir) => onRawGround(measureSpace, dir),
      )),
    ];
  },
});

/** A browser that does not open the database, and one whose attempt waits behind somebody else's upgrade. */
async function measureOpening(ground: RawGround): Promise<Figure[]> {
  const first = await ground.start();
  await load(ground, first, '/a');
  await waitForVisits(first, 1);
  const release = await holdUpgrade(first);
  await load(ground, first, '/b');
  const waiting = await waitForProblem(first);
  await first.inside.evaluate(release);
  const afterWaiting = await first.ask('retryStorage');
  await waitForVisits(first, 2);
  await first.browser.stop();

  const folder = findDatabase(ground, first);
  await rename(folder, `${folder}.away`);
  await writeFile(folder, '');
  const second = await ground.start();
  await load(ground, second, '/c');
  const refused = await waitForProblem(second);
  const said = await readPanel(second);
  // At once, or a browser that tries again in between makes a new database there.
  rmSync(folder);
  renameSync(`${folder}.away`, folder);
  await load(ground, second, '/d');
  await waitForVisits(second, 4);
  const afterRefusal = await second.ask('readStorage');

  await second.inside.evaluate(`new Promise((resolve) => {
    indexedDB.open('performance-budget-monitor', 1000).onsuccess = ({ target }) => resolve(target.result.close());
  })`);
  await load(ground, second, '/e');
  const newer = await waitForProblem(second);
  const saidOfNewer = await readPanel(second);
  const [{ version }] = await second.inside.evaluate<[{ version: number }]>('indexedDB.databases()');
  await second.ask('deleteEverything');
  await load(ground, second, '/f');
  await waitForVisits(second, 1);
  const afterDeletion = await second.ask('readStorage');
  return [
    ...showsProblem('an upgrade elsewhere', waiting, 'no-answer'),
    exactly('an upgrade elsewhere: recovered without a restart', afterWaiting.status, 'sound'),
    ...showsProblem('opening refused', refused, 'cannot-open'),
    exactly('opening refused: the panel says so, and offers an export', isSaid(said, 'does not open'), true),
    exactly('opening refused: recovered by itself with the next load', afterRefusal.status, 'sound'),
    ...showsProblem('data of a newer version', newer, 'newer'),
    exactly('data of a newer version: the panel says so', isSaid(saidOfNewer, 'newer version'), true),
    exactly('data of a newer version: left alone', version, 1000),
    exactly('data of a newer version: deleted at one click', afterDeletion.status, 'sound'),
  ];
}

/** Files that the browser finds damaged: it throws them away and says nothing. */
async function measureDamage(ground: RawGround, damaged: Scale['damaged']): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const file of damaged) {
    const before = await ground.start();
    await load(ground, before, '/a');
    await waitForVisits(before, 1);
    await before.browser.stop();
    await damage(findDatabase(ground, before), file);
    const after = await ground.start();
    await waitFor(async () => (await after.ask('readStorage')).lostAt, { what: 'the loss to be noticed' });
    await load(ground, after, '/a');
    await waitForVisits(after, 1);
    const seen = await after.ask('retryStorage');
    figures.push(
      exactly(
        `damaged ${file.source}: the loss is said until the user has seen it`,
        seen.lostAt ?? 'seen',
        'seen',
      ),
      exactly(`damaged ${file.source}: goes on`, seen.status, 'sound'),
    );
    await after.browser.stop();
  }
  return figures;
}

/** An extension without unlimited storage, so that the browser's own limits apply to it. */
async function measureSpace(ground: RawGround): Promise<Figure[]> {
  const before = await ground.start();
  await load(ground, before, '/a');
  await waitForVisits(before, 1);
  await before.browser.stop();

  // A browser that has found room once looks again only after half a minute.
  const life = await ground.start();
  const origin = `chrome-extension://${life.browser.extensionId}`;
  await life.inside.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  await load(ground, life, '/b');
  const full = await waitForProblem(life);
  const said = await readPanel(life);
  const kept = (await life.readVisits()).length;
  await life.inside.send('Storage.overrideQuotaForOrigin', { origin });
  await load(ground, life, '/c');
  await waitForVisits(life, 3);
  const after = await life.ask('readStorage');

  await life.inside.evaluate(`(async () => {
    const junk = 'x'.repeat(1024 * 1024);
    for (let n = 0; n < 10; n++) await chrome.storage.local.set({ ['junk' + n]: junk }).catch(() => undefined);
    for (let n = 0; n < 1100; n++) await chrome.storage.local.set({ ['crumb' + n]: 'x'.repeat(1000) }).catch(() => undefined);
  })()`);
  const tab = await load(ground, life, '/d');
  await waitForVisits(life, 4);
  await life.inside.send('ServiceWorker.enable');
  await life.inside.send('ServiceWorker.stopAllWorkers');
  await tab.navigate('about:blank');
  await life.inside.evaluate('chrome.storage.local.clear()');
  const next = await load(ground, life, '/e');
  await waitForVisits(life, 5);
  await next.navigate('about:blank');
  const tail = await waitFor(
    async () =>
      (await life.readVisits()).find(
        ({ page, snapshot }) => page.endsWith('/e') && snapshot.stage === 'final',
      ),
    { what: 'a tail once there is room again' },
  );
  const left = (await life.readVisits()).find(({ page }) => page.endsWith('/d'));
  return [
    ...showsProblem('disk full', full, 'full'),
    exactly('disk full: the panel says so, and offers an export', isSaid(said, 'disk is full'), true),
    exactly('disk full: older rows', kept, 1),
    exactly('disk full: recovered by itself with the next load', after.status, 'sound'),
    exactly('outbox full: the load itself', left ? 'kept' : 'lost', 'kept'),
    known('outbox full: the load is called', left?.snapshot.stage ?? 'nothing'),
    exactly('outbox full: tails come again when there is room', tail.snapshot.stage, 'final'),
  ];
}

function showsProblem(fault: string, state: StorageState, problem: StorageProblem): Figure[] {
  if (state.status !== 'failing') return [exactly(`${fault}: state`, state.status, 'failing')];
  return [
    exactly(`${fault}: state`, state.problem, problem),
    exactly(`${fault}: loads held in memory`, state.held, 1),
    exactly(`${fault}: loads dropped`, state.dropped, 0),
  ];
}

/** The line that the panel shows for as long as loads cannot be kept. */
async function readPanel({ browser }: RawLife): Promise<string> {
  const panel = await browser.openTab(`chrome-extension://${browser.extensionId}/panel/panel.html`);
  const said = await waitFor(
    async () =>
      (await panel.evaluate<string>(`document.querySelector('[role=alert]')?.innerText`)) || undefined,
    { what: 'the panel to say what is wrong' },
  );
  await panel.close();
  return said;
}

function isSaid(text: string, cause: string): boolean {
  return text.includes(cause) && /1\snew load/.test(text) && text.includes('Save them as a report');
}

async function load({ site }: RawGround, { browser }: RawLife, path: string) {
  site.serve(path, writePage());
  return browser.openTab(site.origin + path);
}

/** The state once the load that could not be stored is held. */
function waitForProblem(life: RawLife): Promise<StorageState> {
  return waitFor(
    async () => {
      const state = await life.ask('readStorage');
      return state.status === 'failing' && state.held > 0 ? state : undefined;
    },
    { what: 'the load to be held in memory', timeout: 40_000 },
  );
}

async function waitForVisits(life: RawLife, count: number): Promise<void> {
  await waitFor(
    async () => {
      const visits = await life.readVisits();
      return visits.filter(({ snapshot }) => snapshot.settledAt !== undefined).length >= count || undefined;
    },
    { what: `${count} visits`, timeout: 40_000 },
  );
}

/**
 * Opens the database as it is and then asks for an upgrade, which waits until the first connection is let go and is
 * then given up. Gives the expression that lets go.
 */
async function holdUpgrade({ inside }: RawLife): Promise<string> {
  await inside.evaluate(`new Promise((resolve) => {
    indexedDB.open('performance-budget-monitor').onsuccess = ({ target }) => {
      globalThis.holder = target.result;
      const upgrade = indexedDB.open('performance-budget-monitor', 1000);
      upgrade.onupgradeneeded = () => upgrade.transaction.abort();
      upgrade.onblocked = resolve;
    };
  })`);
  return 'globalThis.holder.close()';
}

function findDatabase({ userDataDir }: RawGround, { browser }: RawLife): string {
  const folder = `chrome-extension_${browser.extensionId}_0.indexeddb.leveldb`;
  return join(userDataDir, 'Default/IndexedDB', folder);
}

async function damage(folder: string, file: RegExp): Promise<void> {
  for (const name of (await readdir(folder)).filter((name) => file.test(name))) {
    const { length } = await readFile(join(folder, name));
    await writeFile(join(folder, name), Buffer.alloc(length, 0xa5));
  }
}
