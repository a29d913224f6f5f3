import { isDocument } from './build-snapshot.ts';
import { templatePath } from './match/template-path.ts';
import { memoize } from './memoize.ts';
import { parseHttpUrl } from './page.ts';
import type { Resource, Snapshot } from './snapshot.ts';

/**
 * A short name for the build that a visit loaded: equal for two loads of one build, different when a script, a style,
 * the document or the version it names has changed. Undefined when the visit fetched no document of its own (a soft
 * navigation, a restore) or when entries are missing; an unknown build is never taken for a new one.
 *
 * Hashed over the decoded sizes and templated paths of the document and the site's own scripts and styles. Paths are
 * templated because a bundler may give the same content a new name, sizes count because it may give new content the
 * old one; queries such as `?t=` of a development server are already redacted. What was requested after the load event
 * does not count: it depends on the visitor. A change on the server alone is not seen, and need not be.
 */
export function fingerprintBuild(snapshot: Snapshot): string | undefined {
  const { resources, navigation, settledAt, dropped } = snapshot;
  const end = navigation.load ?? settledAt;
  if (end === undefined || dropped.resources || dropped.browserBuffer) return undefined;
  const document = resources.find(isDocument);
  if (!document) return undefined;
  const parts = resources.filter((resource) => isPartOfBuild(resource) && resource.startTime <= end);
  const lines = new Set(parts.map(describePart));
  const version = snapshot.document.build ?? '';
  return nameBuild([version, describeDocument(document), ...[...lines].sort()].join('\n'));
}

function isPartOfBuild(resource: Resource): boolean {
  const isCode = resource.type === 'script' || resource.type === 'stylesheet';
  return isCode && resource.party === 'first' && !isDocument(resource);
}

function describePart({ url, decodedSize }: Resource): string {
  return `${templateOf(url)} ${decodedSize ?? '?'}`;
}

const templateOf = memoize((url) => templatePath(parseHttpUrl(url)?.pathname ?? url));

/**
 * Markup varies from load to load by a token, a date, a name: its size counts to about a twentieth. A script or style
 * that is new in it is found by its own line.
 */
const STEPS_PER_E = 20;

function describeDocument({ decodedSize }: Resource): string {
  return decodedSize ? String(Math.round(STEPS_PER_E * Math.log(decodedSize))) : '?';
}

const FNV_PRIME = 0x01000193;

/** Most loads are of the build of the load before, of few pages at a time, and of a thousand files at most. */
const nameBuild = memoize(hash, { most: 20, longest: 50_000 });

/** 32-bit FNV-1a from two different offsets, side by side: 64 bits, so that equal names mean equal builds. */
function hash(text: string): string {
  let [first, second] = [0x811c9dc5, 0x9e3779b9];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    first = Math.imul(first ^ unit, FNV_PRIME);
    second = Math.imul(second ^ unit, FNV_PRIME);
  }
  return toHex(first) + toHex(second);
}

function toHex(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0');
}
