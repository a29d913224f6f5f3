import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { METRICS, type MetricName } from '../src/domain/metric.ts';
import { ENGLISH } from '../src/domain/words/english.ts';
import { METRIC_WORDS } from './derive/metric-words.ts';
import { text, textOfCount } from './text.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const manifest = readFileSync(join(root, 'manifest.json'), 'utf8');

type Messages = Readonly<Record<string, string>>;

const languages = readdirSync(join(root, 'panel/_locales')).map((language) => ({
  language,
  messages: { ...(language === 'en' ? ENGLISH : {}), ...readMessages(language) } as Messages,
}));
const english = languages.find(({ language }) => language === 'en')?.messages ?? {};
const others = languages.filter(({ language }) => language !== 'en');

function readMessages(language: string): Messages {
  const file = readFileSync(join(root, 'panel/_locales', language, 'messages.json'), 'utf8');
  const messages = Object.entries(JSON.parse(file) as Record<string, { message: string }>);
  return Object.fromEntries(messages.map(([key, { message }]) => [key, message]));
}

function readSources(folder: string): string {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /(?<!\.test)\.tsx?$/.test(path) && !/english(-\w+)?\.ts$/.test(path))
    .map((path) => readFileSync(join(root, folder, path), 'utf8'))
    .join('\n');
}

/** Keys that no source names in quotes. */
function findUnused(keys: readonly string[], sources: string): string[] {
  const quoted = new Set(sources.match(/(?<=(['"]))\w+(?=\1)/g));
  return keys.filter(
    (key) => !quoted.has(key.replace(/_(one|other)$/, '')) && !manifest.includes(`__MSG_${key}__`),
  );
}

describe('the texts', () => {
  it('are there in two languages at least', () => {
    expect(languages.length).toBeGreaterThanOrEqual(2);
  });

  it.each(others)('in $language are complete, and have the same places to fill in', ({ messages }) => {
    const places = (all: Messages) =>
      Object.entries(all)
        .map(([key, message]) => `${key} ${[...new Set(message.match(/\$\d/g))].sort().join(' ')}`)
        .sort();
    expect(places(messages)).toEqual(places(english));
  });

  it.each(others)('in $language are in that language', ({ messages }) => {
    const same = Object.keys(messages).filter((key) => messages[key] === english[key]);
    expect(same.filter((key) => (messages[key]?.match(/\p{L}{2,}/gu) ?? []).length > 2)).toEqual([
      'name',
      'detailsHint',
      'keptQueryNamesWhy',
      'formatLighthouse',
    ]);
  });

  it.each(languages)('in $language have the lengths that stores allow', ({ messages }) => {
    expect(messages['name']?.length).toBeLessThanOrEqual(45);
    expect(messages['shortName']?.length).toBeLessThanOrEqual(14);
    expect(messages['description']?.length).toBeLessThanOrEqual(132);
  });

  it('are all used, and the domain’s', () => {
    const own = Object.keys(readMessages('en'));
    expect(findUnused(own, readSources('panel') + readSources('background'))).toEqual([]);
    expect(findUnused(Object.keys(ENGLISH), readSources('src') + readSources('background'))).toEqual([]);
    expect(own.filter((key) => key in ENGLISH)).toEqual([]);
  });

  it('that the manifest names exist', () => {
    const named = [...manifest.matchAll(/__MSG_(\w+)__/g)].map(([, key]) => key ?? '');
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((key) => !(key in english))).toEqual([]);
  });

  it('call metrics in English what reports call them', () => {
    for (const [name, { label, title }] of Object.entries(METRIC_WORDS)) {
      const metric = METRICS[name as MetricName];
      expect(label ? text(label) : metric.label).toBe(metric.label);
      expect(title ? text(title) : metric.title).toBe(metric.title);
    }
  });
});

it('fills in, and chooses the form for a number', () => {
  expect(text('allow', 'shop.test')).toBe('Allow shop.test');
  expect(textOfCount('breaches', 1)).toBe('One breach.');
  expect(textOfCount('breaches', 1200)).toBe('1,200 breaches.');
});
