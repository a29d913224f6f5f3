import { hasSameSize } from '../replay/union.ts';
import type { Detection } from './detection.ts';
import { readElements } from './dom-size.ts';
import { inlineChange } from './execution-change.ts';
import { timeChange } from './node-facts.ts';
import { shiftedBy } from './parser-shift.ts';
import { workDiffers } from './significance.ts';

/** Elements that differ by no more are the same page with another number in it. */
const SAME_ELEMENTS = 0.05;

/**
 * Is it the same document in both loads: as large, with as many elements, with inline scripts that run as long, and
 * not sent so much more slowly that this explains when its resources were asked for?
 */
export function hasSameDocument(detection: Detection): boolean {
  const { model, pairs } = detection;
  const [document] = pairs;
  const [before, after] = model.union.loads;
  if (!document || !hasSameSize(document.before, document.after)) return false;
  const elements = readElements([before.snapshot.document.elements, after.snapshot.document.elements]);
  const grown = elements ? Math.abs(elements.current / elements.baseline - 1) : 0;
  if (grown > SAME_ELEMENTS || workDiffers(inlineChange(model.union.loads))) return false;
  const sending = timeChange(document.node, 'work');
  return !sending || shiftedBy(detection, sending).length === 0;
}
