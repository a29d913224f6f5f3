import { LEARNING_LOADS } from '../../src/domain/scan/learn.ts';
import type { PageRow } from '../../src/store/schema.ts';
import { formatValue } from '../format.ts';
import type { Tone } from './status.ts';
import { text, textOfCount } from '../text.ts';

export interface PageOption {
  readonly key: string;
  readonly origin: string;
  readonly route: string;
  /** Without the scheme. */
  readonly name: string;
  readonly loads: string;
  /** Storage used, about. */
  readonly size: string;
  /** Regressions and broken budgets open over all cohorts. */
  readonly open: number;
  /** How the page stands, in words. */
  readonly state: { readonly tone: Tone; readonly text: string };
  /** Kinds of load, each with a baseline of its own. */
  readonly kinds: string;
}

export interface PageGroup {
  readonly origin: string;
  readonly pages: readonly PageOption[];
}

/** The stored pages by origin, each group and page by what was seen last. */
export function groupPages(pages: readonly PageRow[]): PageGroup[] {
  const groups = new Map<string, PageOption[]>();
  for (const page of [...pages].sort((a, b) => b.lastSequence - a.lastSequence)) {
    const { origin } = page.state;
    const group = groups.get(origin) ?? [];
    groups.set(origin, [...group, optionOf(page)]);
  }
  return [...groups].map(([origin, options]) => ({ origin, pages: options }));
}

function optionOf({ key, state, visits, bytes }: PageRow): PageOption {
  const cohorts = Object.values(state.cohorts);
  const open = cohorts.reduce(
    (sum, { current }) => sum + new Set<string>([...current.regressed, ...current.broken]).size,
    0,
  );
  return {
    key,
    origin: state.origin,
    route: state.route,
    name: key.replace(/^https?:\/\//, ''),
    loads: textOfCount('loads', visits),
    size: formatValue(bytes, 'bytes'),
    open,
    state: describeState(open, Math.max(0, ...cohorts.map(({ current }) => current.samples))),
    kinds: textOfCount('kinds', cohorts.length),
  };
}

function describeState(open: number, samples: number): PageOption['state'] {
  if (open > 0) return { tone: 'bad', text: textOfCount('open', open) };
  return samples < LEARNING_LOADS
    ? { tone: 'wait', text: text('learning') }
    : { tone: 'good', text: text('fine') };
}
