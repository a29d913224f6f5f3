import type { Resource, Snapshot } from './snapshot.ts';

/**
 * Did a resource that the browser calls render-blocking hold up the first paint? It did when it was there before the
 * paint. The browser's word is about how it was asked for: a stylesheet that a script adds after the paint has it too,
 * and one that failed or was overtaken by a timeout may end later.
 */
export type PaintBlocking = 'preceded-paint' | 'followed-paint';

/** Undefined for what is not render-blocking, and while there was no paint. */
export function classifyPaintBlocking(
  { renderBlocking, responseEnd }: Resource,
  { metrics }: Pick<Snapshot, 'metrics'>,
): PaintBlocking | undefined {
  const paint = metrics.firstContentfulPaint;
  if (!renderBlocking || paint === undefined) return undefined;
  return responseEnd <= paint ? 'preceded-paint' : 'followed-paint';
}
