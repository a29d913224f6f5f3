import type { ResourceChange } from '../cause.ts';
import { parseHttpUrl } from '../page.ts';
import { templatePath } from './template-path.ts';
import type { TypicalResource } from './typical-resources.ts';

/**
 * Rows of the resource table for what is in one of the loads only, largest first. Requests for one URL, and API calls
 * of one template such as `/api/products/:n`, are one row: sizes are added, durations are that of the longest. Small
 * files keep a row each: whoever shows the table joins them (`gatherSmall`) and can take them apart again.
 */
export function groupRequests(
  resources: readonly TypicalResource[],
  side: 'baseline' | 'current',
): ResourceChange[] {
  const rows = [...groupByKey(resources)].flatMap(([key, group]) => describeGroup(key, group, side));
  return rows.sort((a, b) => (b.transferSize[side] ?? 0) - (a.transferSize[side] ?? 0));
}

function groupByKey(resources: readonly TypicalResource[]): Map<string, TypicalResource[]> {
  const groups = new Map<string, TypicalResource[]>();
  for (const typical of resources) {
    const key = groupKey(typical);
    const group = groups.get(key);
    if (group) group.push(typical);
    else groups.set(key, [typical]);
  }
  return groups;
}

function groupKey({ resource }: TypicalResource): string {
  const parsed = resource.type === 'fetch' ? parseHttpUrl(resource.url) : undefined;
  return parsed ? parsed.origin + templatePath(parsed.pathname) : resource.url;
}

function describeGroup(
  key: string,
  group: readonly TypicalResource[],
  side: 'baseline' | 'current',
): ResourceChange[] {
  const [first] = group;
  if (!first) return [];
  const { url, type, party } = first.resource;
  const sizes = group.map(({ transferSize }) => transferSize).filter((size) => size !== undefined);
  const sameUrl = group.every(({ resource }) => resource.url === url);
  const duration = Math.max(...group.map((typical) => typical.duration));
  return [
    {
      url: sameUrl ? url : key,
      type,
      party,
      renderBlocking: group.some(({ resource }) => resource.renderBlocking),
      transferSize: sizes.length > 0 ? { [side]: sizes.reduce((sum, size) => sum + size, 0) } : {},
      duration: { [side]: Math.round(duration * 10) / 10 },
      ...(group.length > 1 && { requests: group.length }),
    },
  ];
}
