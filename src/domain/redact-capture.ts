import type { Capture } from './capture.ts';
import { redactUrl } from './page.ts';

/**
 * Drops query, fragment, userinfo and tokens from every URL in a capture, so that what may hold a secret never reaches a disk
 * of ours. Doing it twice changes nothing.
 */
export function redactCapture(capture: Capture): Capture {
  return {
    ...capture,
    url: redactUrl(capture.url),
    vitals: redactVitals(capture.vitals),
    resources: capture.resources.map(redactOne),
    longFrames: capture.longFrames.map(redactFrame),
    document: { ...capture.document, scripts: capture.document.scripts.map(redactOne) },
  };
}

function redactOne<Item extends { url?: string | undefined }>(item: Item): Item {
  return item.url === undefined ? item : { ...item, url: redactUrl(item.url) };
}

function redactFrame(frame: Capture['longFrames'][number]): Capture['longFrames'][number] {
  return { ...frame, scripts: frame.scripts.map((script) => redactInvoker(redactOne(script))) };
}

/** The invoker of a classic script is its URL; of a listener it is "IMG#hero.onload" or "IMG[src=URL].onload". */
function redactInvoker<Script extends { invoker?: string | undefined }>(script: Script): Script {
  const { invoker } = script;
  if (invoker === undefined) return script;
  if (/^[a-z][a-z0-9+.-]*:/i.test(invoker)) return { ...script, invoker: redactUrl(invoker) };
  // A source cut short by the length bound has no closing bracket.
  const withoutSource = invoker.replace(
    /\[src=([^\]]*)/g,
    (_all, src: string) => `[src=${redactSource(src)}`,
  );
  return { ...script, invoker: withoutSource };
}

/** The source of an element may be relative: then it is no URL by itself, and what follows the path is cut off. */
function redactSource(source: string): string {
  return redactUrl(source) || (source.split(/[?#]/, 1)[0] ?? '');
}

function redactVitals(vitals: Capture['vitals']): Capture['vitals'] {
  const { largestContentfulPaint: lcp, interactionToNextPaint: inp } = vitals;
  return {
    ...vitals,
    ...(lcp && { largestContentfulPaint: redactOne(lcp) }),
    ...(inp?.longestScript && {
      interactionToNextPaint: { ...inp, longestScript: redactInvoker(redactOne(inp.longestScript)) },
    }),
  };
}
