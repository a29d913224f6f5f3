import type { Resource } from '../../../src/domain/snapshot.ts';
import { drawNormal, type Random } from '../../verdicts/random.ts';
import type { ListedFile, SiteList } from './site-list.ts';

/** A load of a site, with what each resource really is: equal in two loads for the same file. */
export interface KnownLoad {
  readonly resources: readonly Resource[];
  readonly identities: ReadonlyMap<Resource, string>;
}

/** What a release does to a file of the build. Most are built anew; few come or go. */
const REBUILT = 0.8;
const DROPPED = 0.04;
const ADDED = 0.04;

/** A rebuilt file differs by some 3 %; one in ten has really changed, by up to a half. */
const USUAL_GROWTH = 0.03;
const CHANGED = 0.1;
const MOST_GROWTH = 0.5;

/** The order of requests of one page varies by a few places from load to load. */
const DISORDER = 1.5;

interface State {
  readonly random: Random;
  /** Number of the release. */
  readonly release: number;
  /** Hashes of files that have not been built anew. */
  readonly hashes: Map<string, string>;
}

/** A load of the site before a release, and one after it. */
export function rebuildSite({ files }: SiteList, random: Random): readonly [KnownLoad, KnownLoad] {
  const hashes = new Map<string, string>();
  const release = 10 + Math.floor(random() * 30);
  const named = files.map((file, i) => ({ file, identity: String(i) }));
  const isRare = (file: ListedFile, share: number): boolean => file.isBuilt && random() < share;
  // A file that only one of the loads has takes the place and the kind of name of a neighbour.
  const before = named.filter(({ file }) => !isRare(file, ADDED));
  const after = named
    .filter(({ file }) => !isRare(file, DROPPED))
    .map(({ file, identity }) => ({ file: grow(file, random), identity }));
  const old = load(before, { random, release, hashes });
  const kept = [...hashes].filter(([key]) => !isRebuilt(files[Number(key.split(' ')[0])], random));
  return [old, load(after, { random, release: release + 1, hashes: new Map(kept) })];
}

function isRebuilt(file: ListedFile | undefined, random: Random): boolean {
  return file !== undefined && file.isBuilt && random() < REBUILT;
}

function grow(file: ListedFile, random: Random): ListedFile {
  if (!file.isBuilt) return file;
  const usual = USUAL_GROWTH * drawNormal(random);
  const growth = random() < CHANGED ? MOST_GROWTH * random() : usual;
  return { ...file, bytes: Math.max(50, Math.round(file.bytes * (1 + growth))) };
}

function load(files: readonly { file: ListedFile; identity: string }[], state: State): KnownLoad {
  const placed = files.map((entry, i) => ({ ...entry, place: i + DISORDER * drawNormal(state.random) }));
  const identities = new Map<Resource, string>();
  for (const { file, identity } of placed.toSorted((a, b) => a.place - b.place)) {
    const start = 100 + 10 * identities.size;
    identities.set(
      {
        url: fill(file.url, identity, state),
        initiatorType: file.type === 'fetch' ? 'fetch' : file.type === 'script' ? 'script' : 'link',
        startTime: start,
        requestStart: start + 1,
        responseStart: start + 30,
        responseEnd: start + 40,
        encodedSize: file.bytes,
        transferSize: file.bytes + 300,
        decodedSize: file.bytes * 3,
        type: file.type,
        party: 'first',
        delivery: 'network',
      },
      identity,
    );
  }
  return { resources: [...identities.keys()], identities };
}

const HOLE = /\{(\w+)(?::(\d+))?\}/g;

function fill(url: string, identity: string, { random, release, hashes }: State): string {
  return url.replaceAll(HOLE, (_hole, kind: string, length = '0') => {
    if (kind === 'release') return String(release);
    if (kind === 'shard') return String(1 + Math.floor(random() * 4));
    if (kind === 'id') return String(Math.floor(1000 + random() * 90_000));
    if (kind === 'word') return WORDS[Math.floor(random() * WORDS.length)] ?? '';
    if (kind === 'uuid') return uuid(random);
    const key = `${identity} ${kind}`;
    const hash = hashes.get(key) ?? draw(random, ALPHABETS[kind] ?? '', Number(length));
    hashes.set(key, hash);
    return hash;
  });
}

const WORDS = ['autumn', 'harvest', 'rivers', 'lanterns', 'orchard', 'winter', 'bakers', 'ferries'];

const HEX = '0123456789abcdef';

const ALPHABETS: Readonly<Record<string, string>> = {
  hex: HEX,
  base64: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_',
  base32: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567',
};

function draw(random: Random, alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet[Math.floor(random() * alphabet.length)]).join('');
}

function uuid(random: Random): string {
  return [8, 4, 4, 4, 12].map((length) => draw(random, HEX, length)).join('-');
}
