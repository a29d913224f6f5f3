import type { ModelNode } from '../replay/model.ts';
import type { LoadNode } from '../replay/load.ts';
import { nodeSwitch } from '../replay/switches.ts';
import { CURRENT } from '../replay/world.ts';
import type { Detection, Player } from './detection.ts';
import { bodyChange, type NodePair } from './node-facts.ts';
import { isResized } from './significance.ts';

/** A slow-down below this is not worth an explanation. */
const SLOWED_TIME = 8;
const SLOWED_SHARE = 0.05;

/** New bytes must explain this share of a slow-down: the rest is the noise of both loads. */
const EXPLAINED = 0.4;

/** Downloads long and large enough to measure the bandwidth by. */
const MEASURABLE = { time: 20, bytes: 8000 };

/** New bytes on the line: a download of the current load, and the share of it that the baseline did not have. */
interface Newcomer {
  readonly player: Player;
  readonly loaded: LoadNode;
  readonly share: number;
}

/**
 * Gives unchanged downloads that became slower to the cause whose new or grown bytes were on the line meanwhile. The
 * model of contention covers what is shared fairly; this covers what it does not see, such as priorities.
 */
export function blameContention(detection: Detection): void {
  const newcomers = detection.players.flatMap(listNewcomers);
  const bandwidth = newcomers.length > 0 ? measureBandwidth(detection.model.nodes) : 0;
  if (bandwidth <= 0) return;
  for (const pair of detection.pairs) {
    const facet = pair.after.opaque && pair.before.opaque ? 'server' : 'work';
    const number = nodeSwitch(pair.node.index, facet);
    const slowed = slowDown(detection, pair);
    if (slowed === undefined || !detection.isFree(number)) continue;
    const player = findCulprit(newcomers, pair.after, { slowed, bandwidth });
    if (player) detection.give(player, [number]);
  }
}

function slowDown({ program }: Detection, pair: NodePair): number | undefined {
  const [before, after] = pair.node.times;
  if (!before || !after || isResized(bodyChange(pair))) return undefined;
  const opaque = pair.after.opaque && pair.before.opaque;
  const base = opaque ? before.server : before.work * program.environment.network;
  const slowed = (opaque ? after.server : after.work) - base;
  return slowed < Math.max(SLOWED_TIME, SLOWED_SHARE * base) ? undefined : slowed;
}

function findCulprit(
  newcomers: readonly Newcomer[],
  victim: LoadNode,
  { slowed, bandwidth }: { slowed: number; bandwidth: number },
): Player | undefined {
  const bytes = new Map<Player, number>();
  let total = 0;
  for (const { player, loaded, share } of newcomers) {
    const amount = share * bytesDuring(loaded, victim);
    if (amount <= 0) continue;
    bytes.set(player, (bytes.get(player) ?? 0) + amount);
    total += amount;
  }
  if (total === 0 || total / bandwidth < EXPLAINED * slowed) return undefined;
  return [...bytes].toSorted(([, a], [, b]) => b - a)[0]?.[0];
}

function listNewcomers(player: Player): Newcomer[] {
  return player.nodes.flatMap((node): Newcomer[] => {
    const loaded = node.loads[CURRENT];
    if (!loaded || loaded.end <= loaded.start + 1) return [];
    const share = newShare(player, node);
    return share > 0 ? [{ player, loaded, share }] : [];
  });
}

function newShare({ kind, facts }: Player, { loads: [before, after] }: ModelNode): number {
  if (kind === 'added-resource' || kind === 'lcp-element') return before ? 0 : 1;
  if (kind === 'resized-resource')
    return facts.size ? 1 - facts.size.baseline / Math.max(1, facts.size.current) : 0;
  if (kind !== 'cache-lost' && kind !== 'compression-lost') return 0;
  return 1 - (before?.transferSize ?? 0) / Math.max(1, after?.transferSize ?? 0);
}

/** Bytes per ms of the busiest long download with everything beside it. */
function measureBandwidth(nodes: readonly ModelNode[]): number {
  const loaded = nodes.flatMap(({ loads }) => loads[CURRENT] ?? []);
  const long = loaded.filter(
    ({ download, bodySize }) => download > MEASURABLE.time && bodySize > MEASURABLE.bytes,
  );
  return long.reduce((best, node) => {
    const bytes = loaded.reduce((sum, other) => sum + bytesDuring(other, node), 0);
    return Math.max(best, bytes / node.download);
  }, 0);
}

/** Bytes that one download brought while the other was running. Of an opaque one, as if spread over its whole time. */
function bytesDuring(loaded: LoadNode, victim: LoadNode): number {
  const begin = loaded.opaque ? loaded.start : loaded.response;
  const duration = loaded.end - begin;
  if (duration <= 1) return 0;
  const from = victim.opaque ? victim.start : victim.response;
  const overlap = Math.min(loaded.end, victim.end) - Math.max(begin, from);
  return overlap > 0 ? (loaded.bodySize * overlap) / duration : 0;
}
