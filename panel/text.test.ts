import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { text, textOfCount } from './text.ts';

const panel = fileURLToPath(new URL('.', import.meta.url));
const manifest = readFileSync(join(panel, '../manifest.json'), 'utf8');

type Messages = Readonly<Record<string, { readonly message: string }>>;

const languages = readdirSync(join(panel, '_locales')).map((language) => ({
  language,
  messages: JSON.parse(readFileSync(join(panel, '_locales', language, 'messages.json'), 'utf8')) as Messages,
}));
const english = languages.find(({ language }) => language === 'en')?.messages ?? {};

const sources = readdirSync(panel, { recursive: true, encoding: 'utf8' })
  .filter((path) => /(?<!\.test)\.tsx?$/.test(path))
  .map((path) => readFileSync(join(panel, path), 'utf8'))
  .join('\n');

describe('the texts', () => {
  it('are there in two languages at least', () => {
    expect(languages.length).toBeGreaterThanOrEqual(2);
  });

  it.each(languages)('in $language are complete, and have the same places to fill in', ({ messages }) => {
    const places = (all: Messages) =>
      Object.entries(all)
        .map(([key, { message }]) => `${key} ${[...new Set(message.match(/\$\d/g))].sort().join(' ')}`)
        .sort();
    expect(places(messages)).toEqual(places(english));
  });

  it.each(languages)('in $language have the lengths that stores allow', ({ messages }) => {
    expect(messages['name']?.message.length).toBeLessThanOrEqual(45);
    expect(messages['shortName']?.message.length).toBeLessThanOrEqual(14);
    expect(messages['description']?.message.length).toBeLessThanOrEqual(132);
  });

  it('are all used', () => {
    const isUsed = (key: string): boolean =>
      sources.includes(`'${key.replace(/_(one|other)$/, '')}'`) || manifest.includes(`__MSG_${key}__`);
    expect(Object.keys(english).filter((key) => !isUsed(key))).toEqual([]);
  });

  it('that the manifest names exist', () => {
    const named = [...manifest.matchAll(/__MSG_(\w+)__/g)].map(([, key]) => key ?? '');
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((key) => !(key in english))).toEqual([]);
  });
});

it('fills in, and chooses the form for a number', () => {
  expect(text('allow', 'shop.test')).toBe('Allow shop.test');
  expect(textOfCount('breaches', 1)).toBe('One breach.');
  expect(textOfCount('breaches', 1200)).toBe('1,200 breaches.');
});
