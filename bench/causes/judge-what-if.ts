import type { CauseKind } from '../../src/domain/cause.ts';
import { findFault } from '../../lab/faults.ts';
import type { Load, LoadNode, MilestoneName } from '../../src/domain/replay/load.ts';
import { createEstimator } from '../../src/domain/replay/estimate-savings.ts';
import { prepareLoad } from '../../src/domain/replay/prepare-load.ts';
import type { WhatIf } from '../../src/domain/replay/what-if.ts';
import type { Snapshot } from '../../src/domain/snapshot.ts';
import { median } from '../../src/domain/statistics.ts';
import { listFaulty } from './judge-recording.ts';
import type { CausesRecording, RecordedBlock } from './recording.ts';

/** What undoing a fault was said to save, from one faulty load, and what it does save. */
export interface Forecast {
  readonly block: RecordedBlock;
  readonly low: number;
  readonly high: number;
  readonly effect: number;
  /** |likely saving − effect| / effect. */
  readonly error: number;
}

type Undo = WhatIf['action'];

/** What undoes each kind of cause. The environment and what came from a cache have no remedy of the page's. */
const UNDO: Partial<Record<CauseKind, Undo>> = {
  'added-resource': 'remove',
  'resized-resource': 'shrink',
  'lcp-element': 'shrink',
  'compression-lost': 'shrink',
  'slow-server': 'faster-server',
  'slow-document': 'faster-server',
  redirect: 'no-redirect',
  'render-blocking': 'defer',
  'inline-script': 'remove',
  'late-discovery': 'preload',
  'script-execution': 'less-work',
};

const SMALLEST_EFFECT = 60;

/** Undoes each single fault in each faulty load, by what was configured, and compares with the effect of the fault. */
export function judgeWhatIf(recording: CausesRecording): Forecast[] {
  return listFaulty(recording).flatMap(({ block, effect }) => {
    const { causes } = findFault(block.variant.fault).truth;
    const [cause, second] = causes;
    const action = cause?.kinds.map((kind) => UNDO[kind]).find(Boolean);
    if (!cause || second || !action || effect.isWeak) return [];
    const loads = { baseline: block.baseline.map(prepareLoad), current: block.current.map(prepareLoad) };
    return loads.current.flatMap((load): Forecast[] => {
      const whatIf = describe(action, load, { where: cause.where, ...loads });
      const saved = whatIf && createEstimator(load)(whatIf).get(effect.metric as MilestoneName);
      if (!saved) return [];
      const error = Math.abs(saved.likely - effect.size) / Math.max(SMALLEST_EFFECT, effect.size);
      return [{ block, ...saved, effect: effect.size, error }];
    });
  });
}

interface Place {
  readonly where: RegExp | 'document' | 'environment';
  readonly baseline: readonly Load[];
  readonly current: readonly Load[];
}

function describe(action: Undo, load: Load, place: Place): WhatIf | undefined {
  const { where } = place;
  const nodes = load.nodes.flatMap((node, index) => (isPlace(node, index, where) ? [index] : []));
  if (action === 'no-redirect') return { action };
  if (action === 'remove' && where === 'document')
    return { action, nodes: [], inlineScripts: inlineTime(load.snapshot) };
  if (nodes.length === 0) return undefined;
  if (action === 'shrink')
    return { action, nodes, ratio: ratioOf(place, ({ transferSize }) => transferSize) };
  if (action === 'less-work') return { action, nodes, ratio: ratioOf(place, ({ execution }) => execution) };
  if (action === 'faster-server') return { action, nodes, ratio: ratioOf(place, ({ server }) => server) };
  return { action, nodes };
}

function isPlace({ url }: LoadNode, index: number, where: Place['where']): boolean {
  if (where === 'document') return index === 0;
  return where instanceof RegExp && index > 0 && where.test(url);
}

function ratioOf({ where, baseline, current }: Place, valueOf: (node: LoadNode) => number): number {
  const total = ({ nodes }: Load): number =>
    nodes.reduce((sum, node, index) => sum + (isPlace(node, index, where) ? valueOf(node) : 0), 0);
  return Math.min(1, median(baseline.map(total)) / Math.max(1, median(current.map(total))));
}

function inlineTime({ longFrames, url }: Snapshot): number {
  const scripts = longFrames.flatMap((frame) => frame.scripts);
  return scripts
    .filter((script) => !script.url || script.url === url)
    .reduce((sum, { duration }) => sum + duration, 0);
}
