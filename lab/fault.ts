import type { Page } from 'playwright';
import type { CauseKind } from '../src/domain/cause.ts';
import type { MetricName } from '../src/domain/metric.ts';
import type { Site } from './site.ts';

export const LAB_PAGES = ['/', '/article', '/spa', '/modules'] as const;
export type LabPage = (typeof LAB_PAGES)[number];

/** What is really wrong, for whoever measures how often it is found. */
export interface FaultTruth {
  /** One entry for each independent cause; none when nothing is wrong. */
  readonly causes: readonly {
    /** Matches the path (first party) or URL (third party) of the resource to blame. */
    readonly where: RegExp | 'document' | 'environment';
    /** Names of the cause that are right. */
    readonly kinds: readonly CauseKind[];
  }[];
  /** The metrics it makes worse. */
  readonly metrics: readonly MetricName[];
}

export interface FaultVisit {
  /** Once the page has settled. */
  readonly act: (page: Page) => Promise<void>;
  /** It shows in the visit that this begins, such as a change of route, rather than in the load before. */
  readonly wantsLater: boolean;
}

/** A labelled change of the site. */
export interface Fault {
  readonly id: string;
  readonly title: string;
  readonly page: LabPage;
  /** repeat: shows only when the page has been visited before. */
  readonly view: 'first' | 'repeat';
  /** What the site must be like, with and without the fault, for it to show. */
  readonly base?: (site: Site) => Site;
  /** `strength` 1 is the change as described; 0.5 half of it. */
  readonly change: (site: Site, strength: number) => Site;
  /** No server can slow the browser's processor: whoever drives the browser applies this factor. */
  readonly cpuSlowdown?: number;
  /** What whoever drives the browser has to do on the page for it to show; absent: load it. */
  readonly visit?: FaultVisit;
  readonly truth: FaultTruth;
}

/** From `from` to `to` at strength 1, in proportion below and above; whole numbers. */
export function scale(from: number, to: number, strength: number): number {
  return Math.max(0, Math.round(from + (to - from) * strength));
}
