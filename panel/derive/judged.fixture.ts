import { buildSnapshot } from '../../src/domain/build-snapshot.ts';
import type { Capture } from '../../src/domain/capture.ts';
import { createCapture } from '../../src/domain/capture.fixture.ts';
import { DEFAULT_BUDGET } from '../../src/domain/default-budget.ts';
import type { Budget } from '../../src/domain/budget.ts';
import { createPageState, observe } from '../../src/domain/observe.ts';
import type { MonitorEvent, PageState } from '../../src/domain/page-state.ts';
import type { JudgedVisit } from '../../src/domain/select-baseline.ts';

export interface History {
  readonly state: PageState;
  readonly visits: readonly JudgedVisit[];
  readonly events: readonly { readonly visitId: string; readonly event: MonitorEvent }[];
  readonly latest: JudgedVisit;
}

/** Loads of one page as the monitor judges them by the classic rule, which learns from five. Oldest first. */
export function judge(
  captures: readonly Partial<Capture>[],
  budgets: readonly Budget[] = [DEFAULT_BUDGET],
): History {
  let state = createPageState(
    { key: 'http://localhost:8080/', origin: 'http://localhost:8080', route: '/' },
    'classic',
  );
  const events: { visitId: string; event: MonitorEvent }[] = [];
  const visits = captures.map((capture, index) => {
    const visitId = visitIdOf(index);
    const snapshot = buildSnapshot(createCapture({ ...capture, visitId }));
    const observation = observe(state, snapshot, { budgets });
    state = observation.page;
    events.push(...observation.events.map((event) => ({ visitId, event })));
    return { snapshot, judgement: observation.judgement };
  });
  const latest = visits.at(-1);
  if (!latest) throw new RangeError('a history needs a load');
  return { state, visits, events, latest };
}

export function visitIdOf(index: number): string {
  return `11111111-1111-4111-8111-${String(index).padStart(12, '0')}`;
}

/** A load whose LCP is `lcp`; everything else is as in the fixture. */
export function withLcp(lcp: number): Partial<Capture> {
  return {
    vitals: {
      timeToFirstByte: { value: 40 },
      firstContentfulPaint: { value: 180 },
      largestContentfulPaint: { value: lcp },
      cumulativeLayoutShift: { value: 0 },
    },
  };
}

export function repeat<Item>(count: number, item: Item): Item[] {
  return Array.from({ length: count }, () => item);
}
