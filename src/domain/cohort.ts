import type { Environment, NavigationKind } from './capture.ts';
import { listCounted } from './counted-resources.ts';
import type { Resource, Snapshot } from './snapshot.ts';
import type { Bytes, Milliseconds } from './units.ts';

export type CacheState = 'cold' | 'warm' | 'mixed';

/** Widths that page layouts tell apart: those of a phone, of a tablet or a docked DevTools, and of a desktop. */
export type Viewport = 'narrow' | 'medium' | 'wide';

/** How fast a network the browser says it has; DevTools' network throttling changes the answer. */
export type Network = 'fast' | 'high-latency' | (typeof SLOW_NETWORKS)[number];

const SLOW_NETWORKS = ['3g', '2g', 'slow-2g'] as const;

/** What may be compared: never averaged across. */
export interface Cohort {
  /** Kind, cache state and form factor, followed by what is out of the ordinary: "reload/cold/desktop/3g". */
  readonly key: string;
  readonly kind: NavigationKind;
  readonly cache: CacheState;
  readonly formFactor: 'desktop' | 'mobile';
  readonly viewport: Viewport;
  readonly network: Network;
  readonly afterBrowserStart: boolean;
}

/** Between these shares of bytes from the network a load is neither a first nor a repeat view, and is not judged. */
const WARM_BELOW = 0.2;
const COLD_ABOVE = 0.8;

/** The breakpoints that the common style frameworks share, in CSS pixels: below them, layouts change. */
const TABLET_FROM = 768;
const DESKTOP_FROM = 1024;

/** What a viewport goes without saying on. */
const USUAL_VIEWPORT = { desktop: 'wide', mobile: 'narrow' } as const;

/**
 * The browser rounds to 50 ms. Lines with less vary too much from hour to hour to be told apart; DevTools' "Fast 4G",
 * which the browser still calls 4g, has 165 ms.
 */
const HIGH_LATENCY: Milliseconds = 150;

/**
 * The cohort of a visit. What is as usual is not part of its key, so that a key has the meaning it had before viewport,
 * network and browser start were told apart. CPU throttling is not among them: neither pages nor extensions can see it.
 */
export function classifyCohort(
  snapshot: Pick<
    Snapshot,
    'navigation' | 'resources' | 'environment' | 'settledAt' | 'softNavigations' | 'afterBrowserStart'
  >,
): Cohort {
  const { environment, navigation, afterBrowserStart = false } = snapshot;
  const { kind } = navigation;
  const cache = classifyCache(listCounted(snapshot));
  const formFactor = environment.mobile ? 'mobile' : 'desktop';
  const viewport = classifyViewport(environment);
  const network = classifyNetwork(environment);
  const unusual = [
    isGuessedNavigation(snapshot) && GUESSED,
    viewport !== USUAL_VIEWPORT[formFactor] && viewport,
    network !== 'fast' && network,
    afterBrowserStart && AFTER_BROWSER_START,
  ];
  const key = [kind, cache, formFactor, ...unusual.filter((part) => part !== false)].join('/');
  return { key, kind, cache, formFactor, viewport, network, afterBrowserStart };
}

/** How a cohort's key says that its soft navigations were taken from the history. */
const GUESSED = 'history';

/**
 * Was a soft navigation taken from the history, in a browser that does not report them? It begins when the address
 * changed, not with the interaction, and has no paints of its own.
 */
export function isGuessedNavigation({
  navigation,
  softNavigations,
}: Pick<Snapshot, 'navigation' | 'softNavigations'>): boolean {
  return navigation.kind === 'soft-navigation' && !softNavigations;
}

/** How a cohort's key says that its loads were the first after the browser was started. */
export const AFTER_BROWSER_START = 'browser-start';

function classifyViewport({ viewportWidth }: Environment): Viewport {
  if (viewportWidth < TABLET_FROM) return 'narrow';
  return viewportWidth < DESKTOP_FROM ? 'medium' : 'wide';
}

/** A browser that does not tell has the network of the others: fast. */
function classifyNetwork({ effectiveType, roundTripTime = 0 }: Environment): Network {
  const slow = SLOW_NETWORKS.find((network) => network === effectiveType);
  return slow ?? (roundTripTime >= HIGH_LATENCY ? 'high-latency' : 'fast');
}

/**
 * Cache state by the share of subresource body bytes that came over the network. The document does not count: it is
 * fetched anew on every visit. A page without known subresources is "cold": nothing came from a cache. What was
 * revalidated came from a cache with a size the browser hides: it counts as much as the others on average.
 */
export function classifyCache(resources: readonly Resource[]): CacheState {
  const counted = resources.filter(
    ({ initiatorType, type, delivery }) =>
      initiatorType !== 'navigation' && type !== 'fetch' && delivery !== 'restricted',
  );
  const known = counted.filter(({ encodedSize }) => encodedSize);
  const unknown = counted.filter(({ delivery, encodedSize }) => delivery === 'revalidated' && !encodedSize);
  const average = known.length > 0 ? sumBodies(known) / known.length : 1;
  const all = sumBodies(known) + unknown.length * average;
  if (all === 0) return 'cold';
  const share = sumBodies(known.filter(({ delivery }) => delivery === 'network')) / all;
  if (share > COLD_ABOVE) return 'cold';
  return share < WARM_BELOW ? 'warm' : 'mixed';
}

function sumBodies(resources: readonly Resource[]): Bytes {
  return resources.reduce((sum, { encodedSize = 0 }) => sum + encodedSize, 0);
}
