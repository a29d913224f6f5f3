import type { AttributedScript, LongFrame } from '../src/domain/capture.ts';
import { MAX_SCRIPTS_PER_FRAME } from '../src/domain/limits.ts';
import type { Milliseconds } from '../src/domain/units.ts';
import { cutOptionalText, cutUrl, toDuration, toOptionalMoment, toSpan } from './moments.ts';

export type ScriptEntry = Pick<
  PerformanceScriptTiming,
  | 'startTime'
  | 'duration'
  | 'executionStart'
  | 'forcedStyleAndLayoutDuration'
  | 'sourceURL'
  | 'sourceFunctionName'
  | 'sourceCharPosition'
  | 'invoker'
  | 'invokerType'
>;

export type LongFrameEntry = Pick<
  PerformanceLongAnimationFrameTiming,
  'startTime' | 'duration' | 'blockingDuration' | 'renderStart' | 'styleAndLayoutStart'
> & { readonly scripts: readonly ScriptEntry[] };

/** A frame that never came to rendering has no render start. Scripts beyond the bound are the last ones of it. */
export function pickLongFrame(entry: LongFrameEntry, origin: Milliseconds): LongFrame {
  return {
    ...toSpan(entry, origin),
    blockingDuration: toDuration(entry.blockingDuration),
    renderStart: toOptionalMoment(entry.renderStart, origin),
    styleAndLayoutStart: toOptionalMoment(entry.styleAndLayoutStart, origin),
    scripts: entry.scripts.slice(0, MAX_SCRIPTS_PER_FRAME).map((script) => pickScript(script, origin)),
  };
}

/** The browser says -1 for a position it does not know, and leaves names empty. */
export function pickScript(entry: ScriptEntry, origin: Milliseconds): AttributedScript {
  const { sourceURL, sourceCharPosition } = entry;
  return {
    url: cutUrl(sourceURL) || undefined,
    functionName: cutOptionalText(entry.sourceFunctionName),
    charPosition: sourceCharPosition < 0 ? undefined : sourceCharPosition,
    invoker: cutOptionalText(entry.invoker),
    invokerType: entry.invokerType,
    ...toSpan(entry, origin),
    executionStart: toOptionalMoment(entry.executionStart, origin),
    forcedStyleAndLayout: toDuration(entry.forcedStyleAndLayoutDuration) || undefined,
  };
}
