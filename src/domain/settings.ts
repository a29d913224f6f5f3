import * as v from 'valibot';
import { MAX_PAGES, MAX_VISITS_PER_PAGE } from './limits.ts';
import { KEPT_QUERIES } from './page.ts';

/** Fewer loads than these and the causes of a change have nothing to be compared with. */
export const LEAST_VISITS_PER_PAGE = 30;

export const LEAST_PAGES = 5;

/** What the user decides about storing. Each has a default, which holds until something else is chosen. */
export const settingsSchema = v.object({
  /** Loads kept of one page, and pages kept: the oldest leave first. */
  visitsPerPage: v.pipe(
    v.number(),
    v.integer(),
    v.minValue(LEAST_VISITS_PER_PAGE),
    v.maxValue(MAX_VISITS_PER_PAGE),
  ),
  pages: v.pipe(v.number(), v.integer(), v.minValue(LEAST_PAGES), v.maxValue(MAX_PAGES)),
  keptQuery: v.picklist(KEPT_QUERIES),
});

export type Settings = v.InferOutput<typeof settingsSchema>;

export const DEFAULT_SETTINGS: Settings = {
  visitsPerPage: MAX_VISITS_PER_PAGE,
  pages: MAX_PAGES,
  keptQuery: 'none',
};

/** One setting as it was stored, or its default where none was, or one that means nothing to this version. */
export function parseSetting<Name extends keyof Settings>(name: Name, stored: unknown): Settings[Name] {
  const schema: v.GenericSchema<unknown, unknown> = settingsSchema.entries[name];
  const parsed = v.safeParse(schema, stored);
  return parsed.success ? (parsed.output as Settings[Name]) : DEFAULT_SETTINGS[name];
}
