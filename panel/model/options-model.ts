import { type ReadonlySignal, signal } from '@preact/signals';
import { observeChanges, request } from '../../src/protocol/channel.ts';
import { readCounters, readQueueLength } from '../../src/store/read.ts';
import { listAllowedSites, withdrawSite } from '../connection/site-permission.ts';
import { observePermissions } from '../connection/observe-permissions.ts';
import type { Settings } from '../../src/domain/settings.ts';
import { readSettings } from '../../src/store/settings.ts';
import { type Stored, sumStored } from '../derive/stored.ts';
import { createDatabaseModel, type DatabaseModel } from './database-model.ts';
import { createGuardModel, type GuardModel } from './guard-model.ts';
import { liveRead } from './live-read.ts';
import { createNoticeModel, type NoticeModel } from './notice-model.ts';
import { createPageRows } from './page-rows.ts';
import { createRoutesModel, type RoutesModel } from './routes-model.ts';
import { say } from '../say.ts';
import { text } from '../text.ts';

export interface OptionsModel {
  readonly database: DatabaseModel;
  readonly notices: NoticeModel;
  readonly sites: ReadonlySignal<readonly string[]>;
  readonly guard: GuardModel;
  readonly stored: ReadonlySignal<Stored | undefined>;
  /** Undefined while they are being read. */
  readonly settings: ReadonlySignal<Settings | undefined>;
  readonly change: (part: Partial<Settings>) => void;
  readonly routes: RoutesModel;
  readonly withdraw: (pattern: string) => void;
  readonly deleteEverything: () => void;
  /** Checks that what is stored is whole, and says what is not. */
  readonly check: () => void;
}

export function createOptionsModel(): OptionsModel {
  const database = createDatabaseModel();
  const notices = createNoticeModel();
  const sites = signal<readonly string[]>([]);
  const changes = signal(0);
  const readSites = async (): Promise<void> => void (sites.value = await listAllowedSites());
  const pageRows = createPageRows();
  observeChanges(({ pages }) => {
    pageRows.noteChange(pages);
    changes.value++;
  });
  observePermissions(() => void readSites());
  notices.guard(readSites());
  const stored = liveRead({
    database,
    key: () => changes.value,
    read: async (db) => sumStored(await pageRows.read(db), await readQueueLength(db), await readCounters(db)),
  });
  const settings = liveRead({ database, key: () => changes.value, read: readSettings });
  const change = async (part: Partial<Settings>): Promise<void> => {
    const known = settings.peek();
    if (!known) return;
    await request('saveSettings', { ...known, ...part });
    changes.value++;
    notices.show({ tone: 'good', text: text('saved') });
  };
  const withdraw = async (pattern: string): Promise<void> => {
    if (!(await withdrawSite(pattern))) throw new Error(text('keptSite', pattern));
    await request('syncSites', undefined);
    await readSites();
  };
  const deleteEverything = async (): Promise<void> => {
    await request('deleteEverything', undefined);
    if (database.state.peek().status === 'failed') database.retry();
    changes.value++;
    notices.show({ tone: 'good', text: text('deleted') });
  };
  const check = async (): Promise<void> => {
    const [first, ...others] = await request('verifyStore', undefined);
    if (first === undefined) notices.show({ tone: 'good', text: text('allWhole'), stays: true });
    else throw new Error(text('notWhole', [first, ...others.slice(0, 2)].map(say).join('; ')));
  };
  return {
    database,
    notices,
    sites,
    guard: createGuardModel(notices),
    stored,
    settings,
    change: (part) => notices.guard(change(part)),
    routes: createRoutesModel(database, changes, notices),
    withdraw: (pattern) => notices.guard(withdraw(pattern)),
    deleteEverything: () => notices.guard(deleteEverything()),
    check: () => notices.guard(check()),
  };
}
