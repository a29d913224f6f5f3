import type { ResourceChange } from '../cause.ts';
import { parseHttpUrl } from '../page.ts';
import { templatePath } from './template-path.ts';
import type { Bytes } from '../units.ts';
import type { TypicalResource } from './typical-resources.ts';

/**
 * Rows of the resource table for what is in one of the loads only, largest first. Requests for one URL, and API calls
 * of one template such as `/api/products/:n`, are one row: sizes are added, durations are that of the longest. Many
 * small files of one directory are a row too, which nobody would look at one by one.
 */
export function groupRequests(
  resources: readonly TypicalResource[],
  side: 'baseline' | 'current',
): ResourceChange[] {
  const groups = joinSmall(groupBy(resources, groupKey));
  const rows = [...groups].flatMap(([key, group]) => describeGroup(key, group, side));
  return rows.sort((a, b) => (b.transferSize[side] ?? 0) - (a.transferSize[side] ?? 0));
}

/** Less than what is worth a row when a known file grows by it, and more files than fit a glance. */
const SMALL: Bytes = 10 * 1024;
const FEWEST_SMALL = 5;

/** Joins groups of a single small file with those of the same directory and type. What blocks rendering stands alone. */
function joinSmall(groups: ReadonlyMap<string, TypicalResource[]>): Map<string, TypicalResource[]> {
  const small = [...groups.values()].flatMap((group) => (isSmall(group) ? group : []));
  const swarms = [...groupBy(small, directoryKey)].filter(([, swarm]) => swarm.length >= FEWEST_SMALL);
  const joined = new Set(swarms.flatMap(([, swarm]) => swarm));
  const rest = [...groups].filter(([, group]) => !group.some((typical) => joined.has(typical)));
  return new Map([...rest, ...swarms]);
}

function isSmall(group: readonly TypicalResource[]): boolean {
  const [first, second] = group;
  if (!first || second || first.resource.renderBlocking) return false;
  return first.transferSize !== undefined && first.transferSize < SMALL;
}

/** "https://shop.test/img/icons/*.png" */
function directoryKey({ resource: { url } }: TypicalResource): string {
  const [, directory = url, ending = ''] = /^(.*\/)[^/]*?(\.[a-z0-9]{1,5})?$/i.exec(url) ?? [];
  return `${directory}*${ending}`;
}

function groupBy(
  resources: readonly TypicalResource[],
  keyOf: (typical: TypicalResource) => string,
): Map<string, TypicalResource[]> {
  const groups = new Map<string, TypicalResource[]>();
  for (const typical of resources) {
    const key = keyOf(typical);
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
