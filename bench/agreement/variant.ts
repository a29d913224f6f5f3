import type { NavigationKind } from '../../src/domain/capture.ts';
import type { Driver } from './driver.ts';

/**
 * What of a visit is compared: everything; the vitals only, where the browser gives no other oracle the same visit (a
 * restore fetches nothing, and a prerendered page is not attached to while it is made); all but the long tasks, where
 * tracing thousands of requests is itself most of what the main thread does.
 */
export type Scope = 'all' | 'vitals' | 'no-tasks';

/** One page of the benchmark, and what a user does with it. */
export interface Variant {
  readonly name: string;
  /** What stands in the head and body; the server adds the doctype, the oracle and what surrounds them. */
  readonly head?: string;
  readonly body: string;
  /** How the document is served: query options of an asset (see `respond.ts`), as "delay=300&gzip". */
  readonly serve?: string;
  /** After the load has settled. */
  readonly drive?: (driver: Driver) => Promise<void>;
  /** How the measured visit comes to be; by default it is the first load in a visible tab. */
  readonly open?: Opening;
  /** Kind of the visit that is compared; by default the document's own. */
  readonly kind?: NavigationKind;
  readonly scope?: Scope;
}

/**
 * again: loaded once before, so that caches and service workers are there. reload: the same, by reloading. background: in a
 * tab behind another. covered: another tab comes to the front while it loads. prerender: made by another page's
 * speculation rules, then shown. popup: opened by another page, which keeps it out of the back/forward cache. tls:
 * over HTTP/2 with TLS. redirect: by way of another URL of the same origin.
 */
export type Opening =
  | 'first'
  | 'redirect'
  | 'again'
  | 'reload'
  | 'background'
  | 'covered'
  | 'prerender'
  | 'popup'
  | 'tls';
