import { BASELINE, CURRENT, type World } from '../replay/world.ts';
import { median } from '../statistics.ts';
import type { Change } from './definition.ts';
import type { Detection } from './detection.ts';
import { listParserLags, medianLag } from './parser-shift.ts';
import { hasSameDocument } from './same-document.ts';

export interface ProcessorFactor {
  /** Of everything the main thread does. */
  readonly overall: number;
  /** Of scripts that were seen to run; 1 when none was. */
  readonly execution: number;
}

/** On a quiet machine the same work varies by less; four independent measures do not exceed it together by chance. */
const SHIFT = Math.log(1.5);
const AGREEING_SHIFT = Math.log(1.2);
const AGREEING = 0.75;
const FEWEST = 4;

/** Shortest times that a ratio can be taken of: a task's jitter, and an execution that long frames show reliably. */
const SHORTEST = 6;
const SHORTEST_EXECUTION = 10;

/**
 * How much slower the machine was, from work that the page's resources do not decide: parsing, finding resources,
 * the waits before paints and events, layout, and scripts of both loads. Undefined when these do not agree, or when
 * the document itself or its inline scripts changed, which changes most of them.
 */
export function findProcessorFactor(detection: Detection): ProcessorFactor | undefined {
  if (!hasSameDocument(detection)) return undefined;
  const executions = logRatios(listExecutions(detection), SHORTEST_EXECUTION);
  const logs = [...logRatios(listOverheads(detection), SHORTEST), ...executions];
  if (logs.length < FEWEST) return undefined;
  const middle = median(logs);
  const agreeing = logs.filter((log) => isAlike(log, middle)).length;
  if (Math.abs(middle) < SHIFT || agreeing < AGREEING * logs.length) return undefined;
  return {
    overall: Math.exp(middle),
    execution: executions.length > 0 ? Math.exp(median(executions)) : 1,
  };
}

/** In the same direction, and within a factor of two of the others. */
function isAlike(log: number, middle: number): boolean {
  return log * Math.sign(middle) > AGREEING_SHIFT && Math.abs(log - middle) < Math.LN2;
}

function listOverheads({ model, pairs }: Detection): Change[] {
  const [before, after] = model.union.loads;
  const lags = listParserLags(pairs).map(({ lag }) => lag);
  const waits = model.milestones.flatMap(({ delays, inferred }) => {
    const idle = delays.filter(({ owner }) => owner.kind === 'other' || owner.kind === 'layout');
    const sum = (world: World): number => idle.reduce((total, { time }) => total + time[world], 0);
    return inferred ? [] : [{ baseline: sum(BASELINE), current: sum(CURRENT) }];
  });
  return [
    { baseline: before.parse, current: after.parse },
    ...(lags.length > 0 ? [medianLag(lags)] : []),
    ...waits,
  ];
}

function listExecutions({ pairs }: Detection): Change[] {
  return pairs
    .slice(1)
    .map(({ before, after }) => ({ baseline: before.execution, current: after.execution }));
}

function logRatios(changes: readonly Change[], shortest: number): number[] {
  return changes
    .filter(({ baseline, current }) => Math.min(baseline, current) >= shortest)
    .map(({ baseline, current }) => Math.log(current / baseline));
}
