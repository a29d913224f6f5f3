import { isMachineBusy } from '../../src/domain/processor-guard.ts';
import { fitBaseline, toLogs } from '../../src/domain/scan/fit-baseline.ts';
import { METRIC_NOISE } from '../../src/domain/scan/metric-noise.ts';
import { MAX_BASELINE } from '../../src/domain/scan/thresholds.ts';
import { scanRule } from '../../src/domain/scan/scan-rule.ts';
import { median } from '../../src/domain/statistics.ts';
import type { Change, RecordedBlock, RecordedLoad } from './read-recording.ts';
import { countFoundByOracle } from './recording-oracle.ts';
import { listRed } from './rule-contestant.ts';
import { scanStateOf } from './scan-contestant.ts';
import { startLife } from './start-life.ts';

/** Below this a block has no baseline to speak of. */
const LEAST_BASELINE = 10;

export interface AlarmCount {
  readonly alarms: number;
  /** Loads that could have raised one. */
  readonly atRisk: number;
}

export interface JudgingOptions {
  /** Leave out what began on a busy machine. */
  readonly guarded: boolean;
}

/** False alarms within each unchanged block, from its first load on; after an alarm a new life begins. */
export function countWithinBlocks(blocks: readonly RecordedBlock[], options: JudgingOptions): AlarmCount {
  const lives = blocks.filter(isUnchanged).map(({ loads }) => countAlarms(selectLoads(loads, options)));
  return addUp(lives);
}

/** The same with all unchanged blocks of a series as one life, whatever the machine did in between. */
export function countAcrossBlocks(blocks: readonly RecordedBlock[], options: JudgingOptions): AlarmCount {
  const names = [...new Set(blocks.map(({ series }) => series))];
  const lives = names.map((name) => {
    const own = blocks.filter((block) => isUnchanged(block) && block.series === name);
    return countAlarms(
      selectLoads(
        own.flatMap(({ loads }) => loads),
        options,
      ),
    );
  });
  return addUp(lives);
}

/** A change, and whether it came with a new build, as one of a script does: the files of the lab are padded to one size. */
export interface SoughtChange {
  readonly change: Change;
  readonly isNewBuild?: boolean;
}

/**
 * For every block with this change, after how many loads it was found against the unchanged block before it;
 * undefined where it was not.
 */
export function countLoadsToFind(
  blocks: readonly RecordedBlock[],
  sought: SoughtChange,
  options: JudgingOptions,
): (number | undefined)[] {
  return pairBlocks(blocks, sought, options).map(({ baseline, loads }) =>
    findAlarm(baseline, loads, sought.isNewBuild ?? false),
  );
}

/** How much a change adds to the load event, and what that is in sigmas of the page's own noise: medians over the blocks. */
export function measureChange(
  blocks: readonly RecordedBlock[],
  sought: SoughtChange,
  options: JudgingOptions,
): { readonly added: number; readonly sigmas: number } | undefined {
  const pairs = pairBlocks(blocks, sought, options);
  if (pairs.length === 0) return undefined;
  const noise = METRIC_NOISE.load;
  const sizes = pairs.map(({ baseline, loads }) => {
    const fit = fitBaseline(readLoadEvents(baseline), noise);
    const shift = median(toLogs(readLoadEvents(loads), noise)) - fit.level;
    return { added: Math.expm1(shift), sigmas: shift / fit.sigma };
  });
  return {
    added: median(sizes.map(({ added }) => added)),
    sigmas: median(sizes.map(({ sigmas }) => sigmas)),
  };
}

function readLoadEvents(loads: readonly RecordedLoad[]): number[] {
  return loads.map(({ metrics }) => metrics.load).filter((load) => load !== undefined);
}

/** In how many blocks with the change an oracle finds it within five loads; see `countFoundByOracle`. */
export function countOracleFinds(
  blocks: readonly RecordedBlock[],
  sought: SoughtChange,
  options: JudgingOptions,
): number {
  const unchanged = pairBlocks(blocks, { change: 'unchanged' }, options);
  return countFoundByOracle(pairBlocks(blocks, sought, options), unchanged);
}

/** Every block with the change, and the loads before it that are its baseline. */
function pairBlocks(
  blocks: readonly RecordedBlock[],
  { change }: SoughtChange,
  options: JudgingOptions,
): { baseline: RecordedLoad[]; loads: RecordedLoad[] }[] {
  return blocks.flatMap((block, index) => {
    if (block.change !== change) return [];
    const before = blocks
      .slice(0, index)
      .findLast((each) => isUnchanged(each) && each.series === block.series);
    const baseline = selectLoads(before?.loads ?? [], options).slice(-MAX_BASELINE);
    if (baseline.length < LEAST_BASELINE) return [];
    return [{ baseline, loads: selectLoads(block.loads, options) }];
  });
}

function findAlarm(
  baseline: readonly RecordedLoad[],
  loads: readonly RecordedLoad[],
  isNewBuild: boolean,
): number | undefined {
  const known = baseline.at(-1)?.build;
  let state = scanStateOf(baseline);
  const index = loads.findIndex(({ metrics, build }) => {
    const isOld = build === known && !isNewBuild;
    const judged = scanRule.observe(state, { visitId: 'visit', metrics, build: isOld ? 'old' : 'new' });
    state = judged.state;
    return listRed(judged).length > 0;
  });
  return index < 0 ? undefined : index + 1;
}

function countAlarms(loads: readonly RecordedLoad[]): AlarmCount {
  let [alarms, atRisk, lived] = [0, 0, 0];
  let life = startLife();
  for (const { metrics, build } of loads) {
    const red = life.observe(metrics, build);
    lived++;
    if (lived > 5) atRisk++;
    if (red.length === 0) continue;
    alarms++;
    life = startLife();
    lived = 0;
  }
  return { alarms, atRisk };
}

function selectLoads(loads: readonly RecordedLoad[], { guarded }: JudgingOptions): RecordedLoad[] {
  return loads.filter(({ busy }) => !guarded || !isMachineBusy(busy));
}

function isUnchanged({ change }: RecordedBlock): boolean {
  return change === 'unchanged';
}

function addUp(counts: readonly AlarmCount[]): AlarmCount {
  return {
    alarms: counts.reduce((sum, { alarms }) => sum + alarms, 0),
    atRisk: counts.reduce((sum, { atRisk }) => sum + atRisk, 0),
  };
}
