import * as v from 'valibot';
import {
  MAX_BYTES,
  MAX_INITIATOR_SCRIPTS,
  MAX_RESOURCES,
  MAX_TEXT_LENGTH,
  MAX_URL_LENGTH,
} from './limits.ts';
import { type KeptQuery, redactUrl } from './page.ts';
import { type NetworkLog, networkLogSchema } from './snapshot.ts';
import type { EpochMs } from './units.ts';

/** A request as DevTools' network log knows it, reduced to what may be kept of it. */
export const loggedRequestSchema = v.object({
  /** As it was asked for, before any redirect. */
  url: v.pipe(v.string(), v.maxLength(MAX_URL_LENGTH)),
  startedAt: v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e15)),
  log: networkLogSchema,
});

export type LoggedRequest = v.InferOutput<typeof loggedRequestSchema>;

const text = v.fallback(v.optional(v.string()), undefined);
const list = v.fallback(v.array(v.unknown()), []);
const bytes = v.fallback(
  v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_BYTES))),
  undefined,
);

/** One frame list of an asynchronous stack; the one that scheduled it is its parent. */
const stackSchema = v.object({ callFrames: list, parent: v.optional(v.unknown()) });
const frameSchema = v.object({ url: v.string() });

/** What we read of a HAR entry as Chromium writes it. Only what identifies the request must be right. */
const entrySchema = v.object({
  startedDateTime: v.string(),
  request: v.object({ url: v.string(), headers: list }),
  response: v.fallback(v.object({ redirectURL: text, _transferSize: bytes }), {}),
  _initiator: v.fallback(v.object({ type: text, url: text, stack: v.optional(v.unknown()) }), {}),
  _priority: text,
  _connectionId: text,
  _fromCache: text,
});

const headerSchema = v.object({ name: v.string(), value: v.string() });

const logSchema = v.object({ entries: v.array(v.unknown()) });

/**
 * The requests of a HAR log, in the order they began, a chain of redirects as one with the bytes of all its responses.
 * The log comes from DevTools, but what is in it a page has chosen: entries that are not well-formed are left out, URLs
 * lose query, fragment and userinfo; of headers only Pragma is looked at, cookies and bodies never are. `parseTime` reads ISO 8601.
 */
export function parseNetworkLog(
  har: unknown,
  parseTime: (text: string) => EpochMs,
  kept: KeptQuery = 'none',
): LoggedRequest[] {
  const log = v.safeParse(logSchema, har);
  if (!log.success) return [];
  const hops = log.output.entries.flatMap((entry) => {
    const parsed = v.safeParse(entrySchema, entry);
    if (!parsed.success) return [];
    const startedAt = parseTime(parsed.output.startedDateTime);
    return startedAt >= 0 ? [{ ...parsed.output, startedAt }] : [];
  });
  hops.sort((a, b) => a.startedAt - b.startedAt);
  return joinRedirects(hops)
    .slice(-MAX_RESOURCES)
    .map((chain) => reduceChain(chain, kept));
}

type Hop = v.InferOutput<typeof entrySchema> & { readonly startedAt: EpochMs };

/** Each redirect is an entry of its own; the one that follows it is the next to its target. */
function joinRedirects(hops: readonly Hop[]): Hop[][] {
  const chains: Hop[][] = [];
  const waiting = new Map<string, Hop[][]>();
  for (const hop of hops) {
    const redirected = waiting.get(hop.request.url)?.shift();
    const chain = redirected ?? [];
    chain.push(hop);
    if (!redirected) chains.push(chain);
    const target = resolveUrl(hop.response.redirectURL, hop.request.url);
    if (target) waiting.set(target, [...(waiting.get(target) ?? []), chain]);
  }
  return chains;
}

function reduceChain(chain: readonly Hop[], kept: KeptQuery): LoggedRequest {
  const [first] = chain as readonly [Hop];
  const last = chain.at(-1) ?? first;
  const sizes = chain.map(({ response: { _transferSize: size = Number.NaN } }) => size);
  const transferSize = sizes.reduce((sum, size) => sum + size, 0);
  const {
    _initiator: { type, url, stack },
  } = first;
  const { _priority: priority, _connectionId: connection, _fromCache: fromCache } = last;
  const scripts = listScripts(stack, kept);
  const log: NetworkLog = {
    initiatorType: cut(type),
    initiatorUrl: url ? redactUrl(url, kept) : undefined,
    initiatorStack: scripts.length > 0 ? scripts : undefined,
    priority: cut(priority),
    connection: cut(connection),
    fromCache: cut(fromCache),
    bypassesCache: first.request.headers.some(isPastCaches) || undefined,
    transferSize: Number.isNaN(transferSize) ? undefined : transferSize,
  };
  return { url: redactUrl(first.request.url, kept), startedAt: first.startedAt, log: withoutAbsent(log) };
}

/** Of what a reload sends, only one past the caches has this; pages that ask for it say so of their own requests only. */
function isPastCaches(header: unknown): boolean {
  return (
    v.is(headerSchema, header) && header.name.toLowerCase() === 'pragma' && header.value.includes('no-cache')
  );
}

/** The scripts of a stack, innermost first, through what scheduled it; each only where it differs from the one before. */
function listScripts(stack: unknown, kept: KeptQuery): string[] {
  const scripts: string[] = [];
  let next = stack;
  for (let depth = 0; depth < MAX_INITIATOR_SCRIPTS && next !== undefined; depth++) {
    const parsed = v.safeParse(stackSchema, next);
    if (!parsed.success) break;
    for (const frame of parsed.output.callFrames) {
      const script = v.is(frameSchema, frame) ? redactUrl(frame.url, kept) : '';
      if (script && script !== scripts.at(-1)) scripts.push(script);
    }
    next = parsed.output.parent;
  }
  return scripts.slice(0, MAX_INITIATOR_SCRIPTS);
}

function resolveUrl(location: string | undefined, base: string): string | undefined {
  if (!location) return undefined;
  try {
    return new URL(location, base).href;
  } catch {
    return undefined;
  }
}

function cut(value: string | undefined): string | undefined {
  return value ? value.slice(0, MAX_TEXT_LENGTH) : undefined;
}

function withoutAbsent(log: NetworkLog): NetworkLog {
  return Object.fromEntries(Object.entries(log).filter(([, value]) => value !== undefined));
}
