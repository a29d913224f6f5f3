import type { AttributedScript } from '../capture.ts';
import { pathOf } from '../causes/words.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Milliseconds } from '../units.ts';
import type { PartRow, Parts } from './parts.ts';
import { rankRows, rowOfMedians } from './side-medians.ts';

const MOST_ROWS = 12;

const LEAST: Milliseconds = 1;

/** The functions that long animation frames name, by their time now, then before; up to settle. In ms. */
export function listScriptParts(baseline: readonly Snapshot[], current: readonly Snapshot[]): Parts {
  const times = new Map([...baseline, ...current].map((load) => [load, sumByFunction(load)]));
  const functions = new Map(
    [...times.values()].flatMap((byName) => [...byName].map(([name, { script }]) => [name, script])),
  );
  const rows = [...functions].map(([name, script]): PartRow => {
    const row = rowOfMedians(name, { baseline, current }, (load) => times.get(load)?.get(name)?.time ?? 0);
    const { url, charPosition } = script;
    if (url === undefined) return row;
    return { ...row, source: { url, ...(charPosition !== undefined && { charPosition }) } };
  });
  return { kind: 'scripts', rows: rankRows(rows, { least: LEAST, most: MOST_ROWS }) };
}

interface FunctionTime {
  readonly script: AttributedScript;
  readonly time: number;
}

function sumByFunction({
  longFrames,
  settledAt = Number.POSITIVE_INFINITY,
}: Snapshot): Map<string, FunctionTime> {
  const sums = new Map<string, FunctionTime>();
  for (const script of longFrames.flatMap(({ scripts }) => scripts)) {
    if (script.startTime > settledAt) continue;
    const name = nameScript(script);
    sums.set(name, { script, time: (sums.get(name)?.time ?? 0) + script.duration });
  }
  return sums;
}

function nameScript({ url, functionName, invoker }: AttributedScript): string {
  const file = url === undefined ? undefined : pathOf(url);
  const what = functionName || (invoker !== url ? invoker : undefined);
  if (file === undefined) return what ?? 'an unnamed script';
  return what ? `${what} in ${file}` : file;
}
