import { type Metric, onCLS, onFCP, onINP, onLCP } from 'web-vitals';
import type { CapturedVitals } from '../src/domain/capture.ts';
import type { Milliseconds } from '../src/domain/units.ts';
import {
  attributeCumulativeLayoutShift,
  attributeInteractionToNextPaint,
  attributeLargestContentfulPaint,
} from './attribute-vitals.ts';
import { toDuration } from './moments.ts';
import type { Visit } from './visit.ts';

/** Notes a change in the visit that began at `from`, unless that one is closed. */
export type NoteVital = (from: Milliseconds, change: (visit: Visit) => void) => void;

/**
 * The Core Web Vitals as web-vitals computes them, reported with every change so that a provisional capture has them.
 * The library cannot be told to stop; after the end of the extension `note` does nothing.
 */
export function observeVitals(note: NoteVital): void {
  const options = { reportAllChanges: true, reportSoftNavs: true };
  const report = ({ navigationStartTime }: Metric, pick: (visit: Visit) => CapturedVitals) =>
    note(navigationStartTime ?? 0, (visit) => {
      visit.vitals = { ...visit.vitals, ...pick(visit) };
      visit.version++;
    });
  onFCP((metric) => {
    report(metric, () => ({ firstContentfulPaint: { value: toDuration(metric.value) } }));
  }, options);
  onLCP((metric) => {
    report(metric, (visit) => ({ largestContentfulPaint: attributeLargestContentfulPaint(metric, visit) }));
  }, options);
  onCLS((metric) => {
    report(metric, (visit) => ({ cumulativeLayoutShift: attributeCumulativeLayoutShift(metric, visit) }));
  }, options);
  onINP((metric) => {
    report(metric, (visit) => ({ interactionToNextPaint: attributeInteractionToNextPaint(metric, visit) }));
  }, options);
}
