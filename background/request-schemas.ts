import * as v from 'valibot';
import { budgetSchema } from '../src/domain/budget.ts';
import { captureSchema } from '../src/domain/capture.ts';
import {
  MAX_IMPORTED_VISITS,
  MAX_MESSAGE_BYTES,
  MAX_PAGE_BYTES,
  MAX_RESOURCES,
  MAX_URL_LENGTH,
} from '../src/domain/limits.ts';
import { loggedRequestSchema } from '../src/domain/network-log.ts';
import { MAX_BUSY_SAMPLES } from '../src/domain/processor-guard.ts';
import { routeTemplatesSchema } from '../src/domain/route-template.ts';
import { settingsSchema } from '../src/domain/settings.ts';
import { snapshotSchema } from '../src/domain/snapshot.ts';
import type { RequestArgument, RequestName } from '../src/protocol/messages.ts';

interface RequestRule<Name extends RequestName> {
  /** Who may ask: a content script, or a page of the extension itself. */
  readonly from: 'content' | 'extension';
  readonly argument: v.GenericSchema<unknown, RequestArgument<Name>>;
  /** Larger messages are refused before they are looked at. */
  readonly maxBytes: number;
}

/** An origin and a route, each of which is bounded, make a page's key. */
const pageKey = v.pipe(v.string(), v.minLength(1), v.maxLength(2 * MAX_URL_LENGTH));
/** As long as a release, a branch or a commit is called. */
const baselineName = v.pipe(v.string(), v.minLength(1), v.maxLength(80));
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(256));
/** Without `at`: the clock is the worker's. */
const baselineChange = v.variant('action', [
  v.object({ action: v.literal('accept'), name: v.optional(baselineName) }),
  v.object({ action: v.literal('name'), name: baselineName }),
  v.object({ action: v.picklist(['pin', 'unpin', 'reset', 'undo']) }),
]);
const busySample = v.object({
  at: v.pipe(v.number(), v.finite()),
  busy: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
});
const fromExtension = { from: 'extension', maxBytes: MAX_MESSAGE_BYTES } as const;

/** What every request must look like before its handler sees it. */
export const REQUEST_RULES: { readonly [Name in RequestName]: RequestRule<Name> } = {
  captureVisit: { from: 'content', argument: captureSchema, maxBytes: MAX_MESSAGE_BYTES },
  saveBudget: { ...fromExtension, argument: budgetSchema },
  deleteBudget: { ...fromExtension, argument: id },
  saveRouteTemplates: { ...fromExtension, argument: routeTemplatesSchema },
  importVisits: {
    from: 'extension',
    argument: v.pipe(v.array(snapshotSchema), v.maxLength(MAX_IMPORTED_VISITS)),
    maxBytes: MAX_PAGE_BYTES,
  },
  mergeNetworkLog: {
    ...fromExtension,
    argument: v.object({
      visitId: captureSchema.entries.visitId,
      requests: v.pipe(v.array(loggedRequestSchema), v.maxLength(MAX_RESOURCES)),
    }),
  },
  noteProcessor: {
    ...fromExtension,
    argument: v.object({
      tabId: v.pipe(v.number(), v.integer(), v.minValue(0)),
      samples: v.pipe(v.array(busySample), v.maxLength(MAX_BUSY_SAMPLES)),
    }),
  },
  changeBaseline: {
    ...fromExtension,
    argument: v.object({ page: pageKey, cohort: id, change: baselineChange }),
  },
  deletePage: { ...fromExtension, argument: pageKey },
  deleteEverything: { ...fromExtension, argument: v.undefined() },
  saveSettings: { ...fromExtension, argument: settingsSchema },
  syncSites: { ...fromExtension, argument: v.undefined() },
  readStorage: { ...fromExtension, argument: v.undefined() },
  retryStorage: { ...fromExtension, argument: v.undefined() },
  readHeldVisits: { ...fromExtension, argument: v.undefined() },
  verifyStore: { ...fromExtension, argument: v.undefined() },
};
