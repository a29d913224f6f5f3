import type { CapturedNavigation, CapturedVitals, NavigationKind } from '../src/domain/capture.ts';
import type { Milliseconds } from '../src/domain/units.ts';
import { toDuration } from './moments.ts';
import { pickNavigation } from './pick-navigation.ts';

/** The document's fetch and milestones as far as they have come. A visit that fetched no document has a kind only. */
export function readNavigation(kind: NavigationKind, origin: Milliseconds): CapturedNavigation {
  const entry = readEntry();
  const isFetched = kind !== 'soft-navigation' && kind !== 'back-forward-cache';
  return entry && isFetched ? pickNavigation(entry, kind, origin) : { kind };
}

/** When a prerendered page was shown; 0 for every other page, and while it is still prerendering. */
export function readActivationStart(): Milliseconds {
  return readEntry()?.activationStart ?? 0;
}

/**
 * TTFB by web-vitals' formula (`onTTFB`), without its wait for load: a page that never loads has one too. Prerendered
 * pages that had their first byte before activation have 0, since nobody waited for it.
 */
export function readTimeToFirstByte(): CapturedVitals['timeToFirstByte'] {
  const responseStart = readEntry()?.responseStart;
  return responseStart ? { value: toDuration(responseStart - readActivationStart()) } : undefined;
}

/** How this document came to be, in the words of web-vitals. A prerendered page counts as such once activated. */
export function readNavigationKind(): NavigationKind {
  if (readActivationStart() > 0) return 'prerender';
  if (document.wasDiscarded) return 'restore';
  const type = readEntry()?.type ?? 'navigate';
  return type === 'back_forward' ? 'back-forward' : type;
}

/**
 * Was this script injected late? One registered for document_start runs when the parser has made nothing but the root
 * element (other extensions may have put something of their own into that). If there is a head or body, it came
 * afterwards, because the extension was installed, updated or permitted meanwhile: for latecomers the browser keeps
 * only the first 250 requests, and only slow interactions.
 */
export function readIsLate(): boolean {
  return document.readyState !== 'loading' || Boolean(document.head ?? document.body);
}

function readEntry(): PerformanceNavigationTiming | undefined {
  return performance.getEntriesByType('navigation')[0];
}
