import type { LayoutShift as CapturedShift } from '../src/domain/capture.ts';
import { MAX_SHIFT_SOURCES } from '../src/domain/limits.ts';
import { readSelector } from './read-selector.ts';

export type ShiftEntry = Pick<LayoutShift, 'startTime' | 'value' | 'sources'>;

/**
 * A shift with what moved, at its time on the performance timeline. Read at once: elements lose their place in the
 * document, and with it their selector. Its share of the shift goes by area, left plus entered.
 */
export function pickLayoutShift({ startTime, value, sources }: ShiftEntry): CapturedShift {
  return {
    startTime,
    value,
    sources: sources.slice(0, MAX_SHIFT_SOURCES).map(({ node, previousRect, currentRect }) => ({
      target: readSelector(node),
      movedArea: Math.round(areaOf(previousRect) + areaOf(currentRect)),
    })),
  };
}

function areaOf({ width, height }: Pick<DOMRectReadOnly, 'width' | 'height'>): number {
  return width * height;
}
