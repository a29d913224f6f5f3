import * as v from 'valibot';
import { MAX_RESOURCES } from '../limits.ts';
import { type KeptQuery, redactUrl } from '../page.ts';
import { InputError } from '../parse-report.ts';
import { phrase } from '../words/phrase.ts';
import { sanitizeInitiator } from './har-initiator.ts';

/**
 * Headers that say something of a load's cost, and nothing of who made it. A list of what is kept, because nobody knows
 * all the names under which keys and sessions travel.
 */
const KEPT_HEADERS = new Set([
  'accept-encoding',
  'age',
  'alt-svc',
  'cache-control',
  'cf-cache-status',
  'content-encoding',
  'content-length',
  'content-type',
  'date',
  'expires',
  'last-modified',
  'priority',
  'server-timing',
  'timing-allow-origin',
  'transfer-encoding',
  'vary',
  'x-cache',
]);

const number = v.fallback(v.number(), -1);
const text = v.fallback(v.string(), '');
const optionalText = v.fallback(v.optional(v.string()), undefined);
const optionalNumber = v.fallback(v.optional(v.number()), undefined);
const optionalFlag = v.fallback(v.optional(v.boolean()), undefined);

const headersSchema = v.fallback(v.array(v.object({ name: v.string(), value: v.string() })), []);

const timingsSchema = v.object({
  blocked: number,
  dns: number,
  connect: number,
  send: number,
  wait: number,
  receive: number,
  ssl: number,
  _blocked_queueing: optionalNumber,
  _blocked_proxy: optionalNumber,
  _workerStart: optionalNumber,
  _workerReady: optionalNumber,
  _workerFetchStart: optionalNumber,
  _workerRespondWithSettled: optionalNumber,
});

const entrySchema = v.object({
  pageref: optionalText,
  startedDateTime: v.string(),
  request: v.object({
    method: text,
    url: v.string(),
    httpVersion: text,
    headers: headersSchema,
    headersSize: number,
    bodySize: number,
  }),
  response: v.object({
    status: number,
    statusText: text,
    httpVersion: text,
    headers: headersSchema,
    content: v.object({ size: number, compression: optionalNumber, mimeType: text }),
    redirectURL: text,
    headersSize: number,
    bodySize: number,
    _transferSize: optionalNumber,
    _error: v.fallback(v.nullish(v.string()), undefined),
    _fetchedViaServiceWorker: optionalFlag,
    _serviceWorkerResponseSource: optionalText,
  }),
  timings: timingsSchema,
  serverIPAddress: optionalText,
  connection: optionalText,
  _initiator: v.optional(v.unknown()),
  _priority: optionalText,
  _resourceType: optionalText,
  _fromCache: optionalText,
  _connectionId: optionalText,
});

type Entry = v.InferOutput<typeof entrySchema>;

const pageSchema = v.object({
  startedDateTime: v.string(),
  id: v.string(),
  title: text,
  pageTimings: v.object({ onContentLoad: number, onLoad: number }),
});

const harSchema = v.object({ pages: v.fallback(v.array(v.unknown()), []), entries: v.array(v.unknown()) });

export interface HarOptions {
  readonly generatorVersion: string;
  /** What stays of the queries of URLs; nothing stays of cookies, bodies and most headers, whatever it says. */
  readonly keptQuery: KeptQuery;
}

/**
 * DevTools' network log as a HAR 1.2 file that can be given away: no cookies, no bodies, no headers but those that bear
 * on speed, URLs redacted as everywhere. `_initiator` is always an object, as DevTools insists on when it reads a file.
 * Entries that are not well-formed are left out and counted in a comment. Throws an InputError when there is no log.
 */
export function serializeHar(log: unknown, options: HarOptions): string {
  const parsed = v.safeParse(harSchema, log);
  if (!parsed.success) throw new InputError(phrase('noNetworkLog'));
  const { pages, entries } = parsed.output;
  const kept = entries
    .slice(-MAX_RESOURCES)
    .map((entry) => v.safeParse(entrySchema, entry))
    .flatMap(({ success, output }) => (success ? [output] : []));
  const left = entries.length - kept.length;
  const document = {
    log: {
      version: '1.2',
      creator: { name: 'performance-budget-monitor', version: options.generatorVersion },
      pages: pages.flatMap((page) => sanitizePage(page, options)),
      entries: kept.map((entry) => sanitizeEntry(entry, options)),
      ...(left > 0 && { comment: `${left} entries left out` }),
    },
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function sanitizePage(page: unknown, { keptQuery }: HarOptions): object[] {
  const parsed = v.safeParse(pageSchema, page);
  return parsed.success ? [{ ...parsed.output, title: redactUrl(parsed.output.title, keptQuery) }] : [];
}

function sanitizeEntry(entry: Entry, { keptQuery }: HarOptions): object {
  const { request, response, timings: raw, _initiator: initiator } = entry;
  const timings = {
    ...raw,
    send: atLeastZero(raw.send),
    wait: atLeastZero(raw.wait),
    receive: atLeastZero(raw.receive),
  };
  const { blocked, dns, connect, send, wait, receive } = timings;
  // The time for ssl is part of that for connect.
  const phases = [blocked, dns, connect, send, wait, receive].filter((phase) => phase >= 0);
  return {
    ...entry,
    time: phases.reduce((sum, phase) => sum + phase, 0),
    request: {
      ...request,
      url: redactUrl(request.url, keptQuery),
      headers: keepHeaders(request.headers),
      queryString: [],
      cookies: [],
    },
    response: {
      ...response,
      redirectURL: response.redirectURL === '' ? '' : redactUrl(response.redirectURL, keptQuery),
      headers: keepHeaders(response.headers),
      cookies: [],
    },
    cache: {},
    timings,
    _initiator: sanitizeInitiator(initiator, keptQuery),
  };
}

function keepHeaders(headers: Entry['request']['headers']): Entry['request']['headers'] {
  return headers.filter(({ name }) => KEPT_HEADERS.has(name.toLowerCase()));
}

function atLeastZero(duration: number): number {
  return Math.max(0, duration);
}
