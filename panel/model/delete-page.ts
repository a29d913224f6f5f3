import type { BaselineChange } from '../../src/domain/baseline.ts';
import type { PageState } from '../../src/domain/page-state.ts';
import { findRule, parseRuleName } from '../../src/domain/rules.ts';
import { request } from '../../src/protocol/channel.ts';
import { readPage, readVisits } from '../../src/store/read.ts';
import { formatCount } from '../format.ts';
import { text, textOfCount } from '../text.ts';
import type { Database } from './database-model.ts';
import type { NoticeModel } from './notice-model.ts';

/** Visits to a message: a few megabytes even for heavy pages. */
const CHUNK = 25;

/**
 * Deletes a page and offers to take it back. Its loads are kept here until then and are judged anew when they come
 * back; names and pins of baselines are given again. A baseline that had been accepted is to be accepted again.
 */
export async function deletePage(db: Database, key: string, notices: NoticeModel): Promise<void> {
  const row = await readPage(db, key);
  const given = row ? listGiven(row.state) : [];
  const snapshots = (await readVisits(db, key)).map(({ snapshot }) => snapshot);
  await request('deletePage', key);
  const restore = async (): Promise<void> => {
    for (let first = 0; first < snapshots.length; first += CHUNK) {
      await request('importVisits', snapshots.slice(first, first + CHUNK));
    }
    for (const { cohort, change } of given) {
      await request('changeBaseline', { page: key, cohort, change });
    }
    notices.show({ tone: 'good', text: textOfCount('loadsBack', snapshots.length) });
  };
  notices.show({
    tone: 'quiet',
    text: textOfCount('deletedLoads', snapshots.length, [formatCount(snapshots.length), key]),
    action: { label: text('undo'), run: () => notices.guard(restore()) },
  });
}

/** What the user has given to the baselines of a page, and loads that are judged anew do not bring back. */
function listGiven({ rule: ruleName, cohorts }: PageState): { cohort: string; change: BaselineChange }[] {
  const rule = findRule(parseRuleName(ruleName));
  return Object.entries(cohorts).flatMap(([cohort, { current }]) => {
    const standing = rule.describe?.(current.rule);
    const changes: BaselineChange[] = [
      ...(standing?.name === undefined ? [] : [{ action: 'name' as const, name: standing.name }]),
      ...(standing?.pinned ? [{ action: 'pin' as const }] : []),
    ];
    return changes.map((change) => ({ cohort, change }));
  });
}
