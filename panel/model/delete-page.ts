import { request } from '../../src/protocol/channel.ts';
import { readVisits } from '../../src/store/read.ts';
import { formatPlural } from '../format.ts';
import type { Database } from './database-model.ts';
import type { NoticeModel } from './notice-model.ts';

/** Visits to a message: a few megabytes even for heavy pages. */
const CHUNK = 25;

/**
 * Deletes a page and offers to take it back. Its loads are kept here until then, and are judged anew when they come
 * back, so that a name or a pin of a baseline is lost.
 */
export async function deletePage(db: Database, key: string, notices: NoticeModel): Promise<void> {
  const snapshots = (await readVisits(db, key)).map(({ snapshot }) => snapshot);
  await request('deletePage', key);
  const restore = async (): Promise<void> => {
    for (let first = 0; first < snapshots.length; first += CHUNK) {
      await request('importVisits', snapshots.slice(first, first + CHUNK));
    }
    notices.show({ tone: 'good', text: `${formatPlural(snapshots.length, 'load')} back, and judged anew.` });
  };
  notices.show({
    tone: 'quiet',
    text: `Deleted ${formatPlural(snapshots.length, 'load')} of ${key}.`,
    action: { label: 'Undo', run: () => notices.guard(restore()) },
  });
}
