import type { ResourceChange, ResourceDiff } from '../cause.ts';
import { resourceName } from '../causes/words.ts';
import { gatherSmall } from '../match/gather-small.ts';
import { formatPlural, formatValue } from './value.ts';

/** One line of the resource table in a text, Markdown or HTML; its name is the page's own choice: escape it. */
export interface ResourceLine {
  readonly change: string;
  readonly name: string;
  readonly type: string;
  /** "96 kB → 131 kB", "hidden". */
  readonly size: string;
  readonly duration: string;
  /** "render-blocking, was /app.1.js", "wait 40 ms → 480 ms"; may be empty. */
  readonly note: string;
}

const CHANGES = ['added', 'removed', 'resized', 'retimed', 'renamed'] as const;

/**
 * What changed among the resources, a line each: one that is resized and retimed is one line. Small ones of a kind that
 * came or went are one line with their number.
 */
export function listResourceLines(diff: ResourceDiff): ResourceLine[] {
  const merged = new Map<string, { change: ResourceChange; changes: string[] }>();
  const lines: ResourceLine[] = [];
  for (const kind of CHANGES) {
    for (const { change, members } of isOneSided(kind) ? gatherSmall(diff[kind]) : wrap(diff[kind])) {
      if (isOneSided(kind)) lines.push(lineOf(change, [kind], members));
      else {
        const known = merged.get(change.url);
        merged.set(change.url, {
          change: { ...known?.change, ...change },
          changes: [...(known?.changes ?? []), kind],
        });
      }
    }
  }
  return [...lines, ...[...merged.values()].map(({ change, changes }) => lineOf(change, changes))];
}

function isOneSided(kind: (typeof CHANGES)[number]): boolean {
  return kind === 'added' || kind === 'removed';
}

function wrap(changes: readonly ResourceChange[]): ReturnType<typeof gatherSmall> {
  return changes.map((change) => ({ change }));
}

function lineOf(
  change: ResourceChange,
  changes: readonly string[],
  members?: readonly ResourceChange[],
): ResourceLine {
  const { type, transferSize, duration } = change;
  return {
    change: changes.join(', '),
    name: members ? formatPlural(members.length, `small ${type} resource`) : resourceName(change),
    type,
    size: spanOf(transferSize, 'bytes'),
    duration: spanOf(duration, 'ms'),
    note: listNotes(change).join(', '),
  };
}

function listNotes({
  party,
  renderBlocking,
  requests = 1,
  previousUrl,
  phase,
  phaseDuration,
}: ResourceChange): string[] {
  return [
    renderBlocking ? 'render-blocking' : '',
    party === 'third' ? 'third party' : '',
    requests > 1 ? formatPlural(requests, 'request') : '',
    previousUrl === undefined ? '' : `was ${resourceName({ url: previousUrl, party })}`,
    phase === undefined ? '' : `${phase} ${phaseDuration ? spanOf(phaseDuration, 'ms') : ''}`.trim(),
  ].filter(Boolean);
}

function spanOf(
  { baseline, current }: { baseline?: number; current?: number },
  unit: 'ms' | 'bytes',
): string {
  const known = [baseline, current].filter((value) => value !== undefined);
  const texts = known.map((value) => formatValue(value, unit));
  return texts.length === 0 ? 'hidden' : [...new Set(texts)].join(' → ');
}
