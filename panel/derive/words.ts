import type { BudgetTarget } from '../../src/domain/budget.ts';
import type { ResourceDiff } from '../../src/domain/cause.ts';
import type { NavigationKind } from '../../src/domain/capture.ts';
import { METRICS } from '../../src/domain/metric.ts';
import type { Exclusion } from '../../src/domain/snapshot.ts';

/** The words of the interface for the domain's names. */

const NAVIGATION_WORDS: Readonly<Record<NavigationKind, string>> = {
  navigate: 'Navigation',
  reload: 'Reload',
  'back-forward': 'Back/forward',
  'back-forward-cache': 'Back/forward cache',
  prerender: 'Prerendered',
  restore: 'Restored tab',
  'soft-navigation': 'Soft navigation',
};

/** A phrase as the beginning of a sentence, without its final stop. What begins with a path stays as it is. */
export function beginSentence(phrase: string): string {
  return phrase.replace(/^[a-z]/, (letter) => letter.toUpperCase()).replace(/\.$/, '');
}

const CACHE_WORDS: Readonly<Record<string, string>> = {
  cold: 'cold cache',
  warm: 'warm cache',
  mixed: 'mixed cache',
};

/** What is out of the ordinary in a cohort. */
const UNUSUAL_WORDS: Readonly<Record<string, string>> = {
  narrow: 'narrow viewport',
  medium: 'medium viewport',
  wide: 'wide viewport',
  'high-latency': 'high latency',
  '3g': '3G network',
  '2g': '2G network',
  'slow-2g': 'slow 2G network',
  'browser-start': 'first after browser start',
  history: 'from the history',
};

/** "reload/cold/mobile" is "Reload · cold cache · mobile"; desktop goes without saying. */
export function describeCohort(key: string): string {
  const [kind = '', cache = '', ...rest] = key.split('/');
  const words = rest.map((part) => UNUSUAL_WORDS[part] ?? part);
  return [NAVIGATION_WORDS[kind as NavigationKind] ?? kind, CACHE_WORDS[cache] ?? cache, ...words]
    .filter((word) => word !== '' && word !== 'desktop')
    .join(' · ');
}

export interface Explained {
  readonly label: string;
  readonly why: string;
}

/** Why a load is shown but not judged. */
export const EXCLUSION_WORDS: Readonly<Record<Exclusion, Explained>> = {
  hidden: {
    label: 'Hidden tab',
    why: 'The tab was in the background while it loaded, and browsers slow such tabs down.',
  },
  'mixed-cache': {
    label: 'Mixed cache',
    why: 'Part of it came from the cache, so it is neither a first nor a repeat view.',
  },
  'cache-disabled': {
    label: 'Cache disabled',
    why: 'DevTools’ “Disable cache” is on, or it was a hard reload: users never load past their cache. Switch it off.',
  },
  'error-page': {
    label: 'Error page',
    why: 'The server answered with an error, so this is not the page itself.',
  },
  late: {
    label: 'Measured late',
    why: 'The monitor was started after the page had begun to load.',
  },
  incomplete: {
    label: 'Incomplete',
    why: 'The page was left before it had settled, or the browser lost some of its entries.',
  },
  'development-build': {
    label: 'Development build',
    why: 'A development server delivered it, which says nothing of what users get. Measure the production build.',
  },
  'other-extension': {
    label: 'Another extension',
    why: 'Another browser extension loaded files into the page. Try a profile without it.',
  },
  'machine-busy': {
    label: 'Machine busy',
    why: 'Other work kept the processor busy when it began, and that would show in its times. Reload in a calm moment.',
  },
  'unattributed-work': {
    label: 'Unknown work',
    why: 'Something that is neither the page’s script nor its rendering kept its main thread busy: another extension, or the machine.',
  },
};

type ResourcesTarget = Extract<BudgetTarget, { kind: 'resources' }>;

export const RESOURCE_TYPE_WORDS: Readonly<Record<ResourcesTarget['type'], string>> = {
  document: 'Document',
  script: 'Script',
  stylesheet: 'Stylesheet',
  image: 'Image',
  font: 'Font',
  fetch: 'Fetch',
  media: 'Media',
  other: 'Other',
  total: 'Total',
  'other-and-fetch': 'Other and fetch',
};

/** What happened to a resource from one load to the other. */
export const CHANGE_WORDS: Readonly<Record<keyof ResourceDiff, string>> = {
  added: 'Added',
  removed: 'Removed',
  resized: 'Resized',
  retimed: 'Retimed',
  renamed: 'Renamed',
};

const RESOURCE_MEASURE_WORDS: Readonly<Record<ResourcesTarget['measure'], string>> = {
  transferSize: 'size',
  decodedSize: 'decoded size',
  requests: 'requests',
};

/** What a limit is about: "LCP", "Script size", "Third-party requests", "/app.js duration". */
export function describeTarget(target: BudgetTarget): string {
  switch (target.kind) {
    case 'metric':
      return METRICS[target.metric].label;
    case 'resources': {
      const type = RESOURCE_TYPE_WORDS[target.type];
      const what = RESOURCE_MEASURE_WORDS[target.measure];
      return target.party === undefined ? `${type} ${what}` : `${type} ${what}, ${target.party}-party`;
    }
    case 'resource':
      return `${target.pattern} ${target.measure === 'duration' ? 'duration' : 'size'}`;
    case 'user-timing':
      return `Timing “${target.name}”`;
    case 'unmeasurable':
      return target.name;
  }
}
