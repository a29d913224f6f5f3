import { matchResources } from '../../src/domain/match/match-resources.ts';
import type { Ratio } from '../../src/domain/units.ts';
import { createRandom } from '../verdicts/random.ts';
import { rebuildSite } from './rebuilds/rebuild-site.ts';
import type { SiteList } from './rebuilds/site-list.ts';
import { SITES } from './rebuilds/sites.ts';

export interface MatchingScore {
  readonly site: string;
  /** Files that both loads have. */
  readonly files: number;
  /** Share of the pairs found that are right. */
  readonly precision: Ratio;
  /** Share of the files in both loads that were found. */
  readonly recall: Ratio;
}

/** How well files are found again after a release, over so many simulated releases of each site. */
export function judgeMatching(seed: number, releases: number): MatchingScore[] {
  return SITES.map((site, i) => judgeSite(site, seed + 1000 * i, releases));
}

function judgeSite(site: SiteList, seed: number, releases: number): MatchingScore {
  let files = 0;
  let found = 0;
  let right = 0;
  for (let release = 0; release < releases; release++) {
    const [before, after] = rebuildSite(site, createRandom(seed + release));
    const kept = new Set(after.identities.values());
    files += [...before.identities.values()].filter((identity) => kept.has(identity)).length;
    const { matches } = matchResources(before.resources, after.resources);
    found += matches.length;
    right += matches.filter(
      ({ baseline, current }) => before.identities.get(baseline) === after.identities.get(current),
    ).length;
  }
  return { site: site.name, files, precision: right / found, recall: right / files };
}

/** Over all sites, each file counting once. */
export function sumMatching(scores: readonly MatchingScore[]): MatchingScore {
  const sum = (valueOf: (score: MatchingScore) => number): number =>
    scores.reduce((total, score) => total + valueOf(score), 0);
  const files = sum((score) => score.files);
  const right = sum((score) => score.recall * score.files);
  const found = sum((score) => (score.recall * score.files) / score.precision);
  return { site: 'all', files, precision: right / found, recall: right / files };
}
