import type { BudgetTarget } from '../../src/domain/budget.ts';
import type { NavigationKind } from '../../src/domain/capture.ts';
import type { ResourceDiff } from '../../src/domain/cause.ts';
import type { FetchPhase } from '../../src/domain/match/fetch-phases.ts';
import type { Exclusion } from '../../src/domain/snapshot.ts';
import { type MessageKey, text } from '../text.ts';
import { nameMetric } from './metric-words.ts';

/** The words of the interface for the domain's names. */

const NAVIGATION_WORDS: Readonly<Record<NavigationKind, MessageKey>> = {
  navigate: 'kindNavigate',
  reload: 'kindReload',
  'back-forward': 'kindBackForward',
  'back-forward-cache': 'kindBackForwardCache',
  prerender: 'kindPrerender',
  restore: 'kindRestore',
  'soft-navigation': 'kindSoftNavigation',
};

/**
 * A phrase as the beginning of a sentence, without its final stop. What begins with a path or an address stays as it
 * is.
 */
export function beginSentence(phrase: string): string {
  return phrase
    .replace(/^(?!https?:)\p{Ll}/u, (letter) => letter.toLocaleUpperCase(text('language')))
    .replace(/\.$/, '');
}

/** Languages in which a noun has its capital wherever it stands. */
const CAPITAL_NOUNS: ReadonlySet<string> = new Set(['de']);

/** A label, which begins with a capital, as a word within a sentence. */
export function inSentence(label: string): string {
  const language = text('language');
  return CAPITAL_NOUNS.has(language) ? label : label.toLocaleLowerCase(language);
}

const CACHE_WORDS: Readonly<Record<string, MessageKey>> = {
  cold: 'cacheCold',
  warm: 'cacheWarm',
  mixed: 'cacheMixed',
};

/** What is out of the ordinary in a cohort. */
const UNUSUAL_WORDS: Readonly<Record<string, MessageKey>> = {
  mobile: 'formMobile',
  narrow: 'viewportNarrow',
  medium: 'viewportMedium',
  wide: 'viewportWide',
  'high-latency': 'highLatency',
  '3g': 'network3g',
  '2g': 'network2g',
  'slow-2g': 'networkSlow2g',
  'browser-start': 'afterBrowserStart',
  history: 'fromHistory',
};

/** "reload/cold/mobile" is "Reload · cold cache · mobile"; desktop goes without saying. */
export function describeCohort(key: string): string {
  const [kind = '', cache = '', ...rest] = key.split('/');
  return [
    wordOf(kind, NAVIGATION_WORDS),
    wordOf(cache, CACHE_WORDS),
    ...rest.map((part) => wordOf(part, UNUSUAL_WORDS)),
  ]
    .filter((word) => word !== '' && word !== 'desktop')
    .join(' · ');
}

/** What has no word, as from a newer version, is called as it is. */
function wordOf(part: string, words: Readonly<Record<string, MessageKey>>): string {
  const key = words[part];
  return key === undefined ? part : text(key);
}

interface ExplainedWords {
  readonly label: MessageKey;
  readonly why: MessageKey;
}

/** Why a load is shown but not judged. */
export const EXCLUSION_WORDS: Readonly<Record<Exclusion, ExplainedWords>> = {
  hidden: { label: 'excludedHidden', why: 'excludedHiddenWhy' },
  'mixed-cache': { label: 'excludedMixedCache', why: 'excludedMixedCacheWhy' },
  'cache-disabled': { label: 'excludedCacheDisabled', why: 'excludedCacheDisabledWhy' },
  'error-page': { label: 'excludedErrorPage', why: 'excludedErrorPageWhy' },
  late: { label: 'excludedLate', why: 'excludedLateWhy' },
  incomplete: { label: 'excludedIncomplete', why: 'excludedIncompleteWhy' },
  'development-build': { label: 'excludedDevelopmentBuild', why: 'excludedDevelopmentBuildWhy' },
  'other-extension': { label: 'excludedOtherExtension', why: 'excludedOtherExtensionWhy' },
  'machine-busy': { label: 'excludedMachineBusy', why: 'excludedMachineBusyWhy' },
  'unattributed-work': { label: 'excludedUnattributedWork', why: 'excludedUnattributedWorkWhy' },
};

type ResourcesTarget = Extract<BudgetTarget, { kind: 'resources' }>;

export const RESOURCE_TYPE_WORDS: Readonly<Record<ResourcesTarget['type'], MessageKey>> = {
  document: 'typeDocument',
  script: 'typeScript',
  stylesheet: 'typeStylesheet',
  image: 'typeImage',
  font: 'typeFont',
  fetch: 'typeFetch',
  media: 'typeMedia',
  other: 'typeOther',
  total: 'typeTotal',
  'other-and-fetch': 'typeOtherAndFetch',
};

/** What happened to a resource from one load to the other. */
export const CHANGE_WORDS: Readonly<Record<keyof ResourceDiff, MessageKey>> = {
  added: 'changeAdded',
  removed: 'changeRemoved',
  resized: 'changeResized',
  retimed: 'changeRetimed',
  renamed: 'changeRenamed',
};

/** What a fetch spends its time on, as a word within a line. */
export const PHASE_WORDS: Readonly<Record<FetchPhase, MessageKey>> = {
  redirect: 'phaseRedirect',
  queue: 'phaseQueue',
  dns: 'phaseDns',
  connect: 'phaseConnect',
  tls: 'phaseTls',
  wait: 'phaseWait',
  receive: 'phaseReceive',
};

const RESOURCE_MEASURE_WORDS: Readonly<Record<ResourcesTarget['measure'], MessageKey>> = {
  transferSize: 'measureSize',
  decodedSize: 'measureDecoded',
  requests: 'measureRequests',
};

/** What a limit is about: "LCP", "Script size", "Third-party requests", "/app.js duration". */
export function describeTarget(target: BudgetTarget): string {
  switch (target.kind) {
    case 'metric':
      return nameMetric(target.metric);
    case 'resources':
      return text(
        target.party === undefined ? 'targetResources' : PARTY_TARGETS[target.party],
        text(RESOURCE_TYPE_WORDS[target.type]),
        text(RESOURCE_MEASURE_WORDS[target.measure]),
      );
    case 'resource':
      return text(
        target.measure === 'duration' ? 'targetResourceDuration' : 'targetResourceSize',
        target.pattern,
      );
    case 'user-timing':
      return text('targetTiming', target.name);
    case 'unmeasurable':
      return target.name;
  }
}

const PARTY_TARGETS = { first: 'targetFirstParty', third: 'targetThirdParty' } as const;
