import type { ResourceType } from '../../src/domain/snapshot.ts';
import type { Change, ResourceRow } from './resource-rows.ts';

/** What the resource table shows; absent parts show everything. */
export interface ResourceFilter {
  readonly change?: Change;
  readonly type?: ResourceType;
  readonly party?: 'first' | 'third';
  /** Looked for in URLs of either load, whatever its case. */
  readonly text: string;
}

export const NO_FILTER: ResourceFilter = { text: '' };

export function filterResources(
  rows: readonly ResourceRow[],
  { change, type, party, text }: ResourceFilter,
): readonly ResourceRow[] {
  const wanted = text.trim().toLowerCase();
  return rows.filter(
    (row) =>
      (change === undefined || row.changes.includes(change)) &&
      (type === undefined || row.type === type) &&
      (party === undefined || row.thirdParty === (party === 'third')) &&
      (wanted === '' || row.texts.some((each) => each.includes(wanted))),
  );
}
