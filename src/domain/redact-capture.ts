import type { Capture } from './capture.ts';
import { type KeptQuery, redactUrl } from './page.ts';

/**
 * Drops query, fragment, userinfo and tokens from every URL in a capture, so that what may hold a secret never reaches a disk
 * of ours; of the queries of resources, `kept` stays. Doing it twice changes nothing.
 */
export function redactCapture(capture: Capture, kept: KeptQuery = 'none'): Capture {
  const redactOne = <Item extends Located>(item: Item): Item => redactItem(item, kept);
  return {
    ...capture,
    url: redactUrl(capture.url),
    vitals: redactVitals(capture.vitals, kept),
    resources: capture.resources.map(redactOne),
    longFrames: capture.longFrames.map((frame) => ({
      ...frame,
      scripts: frame.scripts.map((script) => redactInvoker(redactOne(script), kept)),
    })),
    document: { ...capture.document, scripts: capture.document.scripts.map(redactOne) },
  };
}

interface Located {
  readonly url?: string | undefined;
}

/** What has been redacted before, as it comes from the queue, is not copied again. */
function redactItem<Item extends Located>(item: Item, kept: KeptQuery): Item {
  if (item.url === undefined) return item;
  const url = redactUrl(item.url, kept);
  return url === item.url ? item : { ...item, url };
}

/** The invoker of a classic script is its URL; of a listener it is "IMG#hero.onload" or "IMG[src=URL].onload". */
function redactInvoker<Script extends { invoker?: string | undefined }>(
  script: Script,
  kept: KeptQuery,
): Script {
  const { invoker } = script;
  if (invoker === undefined) return script;
  if (/^[a-z][a-z0-9+.-]*:/i.test(invoker)) return { ...script, invoker: redactUrl(invoker, kept) };
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

function redactVitals(vitals: Capture['vitals'], kept: KeptQuery): Capture['vitals'] {
  const { largestContentfulPaint: lcp, interactionToNextPaint: inp } = vitals;
  return {
    ...vitals,
    ...(lcp && { largestContentfulPaint: redactItem(lcp, kept) }),
    ...(inp?.longestScript && {
      interactionToNextPaint: {
        ...inp,
        longestScript: redactInvoker(redactItem(inp.longestScript, kept), kept),
      },
    }),
  };
}
