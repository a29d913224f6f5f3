import type { BaselineChange } from '../domain/baseline.ts';
import type { Budget } from '../domain/budget.ts';
import type { Capture } from '../domain/capture.ts';
import type { LoggedRequest } from '../domain/network-log.ts';
import type { BusySample } from '../domain/processor-guard.ts';
import type { Settings } from '../domain/settings.ts';
import type { Snapshot } from '../domain/snapshot.ts';
import type { StorageState } from '../domain/storage-state.ts';
import type { Phrase } from '../domain/words/phrase.ts';

/** Every message between contexts. A message's name is the verb its receiver performs. */
export interface Requests {
  /** Content script → worker. Answered once the capture is on disk: what is acknowledged is never lost. */
  captureVisit: (capture: Capture) => CaptureReply;
  /** Panel, popup or options page → worker, as everything below. Budgets with a known id are replaced. */
  saveBudget: (budget: Budget) => void;
  deleteBudget: (id: string) => void;
  /** The user's own templates of routes, all of them, in the order in which they are tried. */
  saveRouteTemplates: (templates: readonly string[]) => void;
  /** Adds visits to a page as if they had just been captured, oldest first. Known visits are skipped. */
  importVisits: (visits: readonly Snapshot[]) => { readonly imported: number; readonly skipped: number };
  /**
   * Adds what DevTools' network log says of a visit's requests to it, and judges it again. Sent a second time, the
   * same log changes nothing; neither does one of a visit that is final or unknown.
   */
  mergeNetworkLog: (log: { readonly visitId: string; readonly requests: readonly LoggedRequest[] }) => {
    readonly isChanged: boolean;
  };
  /** What the processor of this machine did around a navigation of a tab, for the load that is about to be captured. */
  noteProcessor: (seen: { readonly tabId: number; readonly samples: readonly BusySample[] }) => void;
  /** Accepts, names, pins, resets the baseline of one cohort of a page, or takes the last accept or reset back. */
  changeBaseline: (target: {
    readonly page: string;
    readonly cohort: string;
    readonly change: BaselineChange;
  }) => void;
  /** Deletes a page with everything it owns. To undo, import the visits read before. */
  deletePage: (page: string) => void;
  deleteEverything: () => void;
  /** What is kept from now on; what is stored already and no longer wanted leaves at once. */
  saveSettings: (settings: Settings) => void;
  /** After the user has allowed or withdrawn a site: brings the registered content scripts into line. */
  syncSites: () => void;
  /** Can what is measured be kept? A change of the answer is announced by a hint that concerns every page. */
  readStorage: () => StorageState;
  /** Tries the disk again now, and takes back the news of a loss: the user has seen it. */
  retryStorage: () => StorageState;
  /** The loads held in memory because the disk does not take them, oldest first: what can still be exported. */
  readHeldVisits: () => readonly Snapshot[];
  /** Checks what is stored against everything that must always hold; one line for each thing that does not. */
  verifyStore: () => readonly Phrase[];
}

export type RequestName = keyof Requests;
export type RequestArgument<Name extends RequestName> = Parameters<Requests[Name]>[0];
export type RequestReply<Name extends RequestName> = ReturnType<Requests[Name]>;

/**
 * stored: on disk. duplicate: this revision, or a newer one, already was. coalesced: on disk, and it took the place of
 * an earlier load of the same page that came too fast to be judged. skipped: it continues a load that was given up or
 * deleted before, so there is nothing to store. All four mean the same to the sender: do not send it again.
 */
export type CaptureReply = { readonly status: 'stored' | 'duplicate' | 'coalesced' | 'skipped' };

/** Hints broadcast by the worker: something changed, read it from the database. They carry no data of their own. */
export interface ChangeHint {
  readonly type: 'changed';
  /** Page keys concerned; empty when everything may have changed. */
  readonly pages: readonly string[];
  /** The visits that were stored, when nothing else has changed there but what follows from them. */
  readonly visits?: readonly string[];
}

/** What a message looks like on the wire. Anything else is refused and counted. */
export interface Envelope<Name extends RequestName = RequestName> {
  readonly protocol: typeof PROTOCOL_VERSION;
  readonly request: Name;
  readonly argument: RequestArgument<Name>;
}

/**
 * The reply on the wire; a failure carries one line that says where, what was expected and what came, and for our own
 * pages the same as a phrase, where it is in words of ours.
 */
export type Reply<Name extends RequestName = RequestName> =
  | { readonly ok: true; readonly value: RequestReply<Name> }
  | { readonly ok: false; readonly error: string; readonly said?: Phrase };

/** Raised when a message changes its meaning. A content script of an older build is answered with a refusal. */
export const PROTOCOL_VERSION = 1;

/** Name of the BroadcastChannel that carries hints to the extension's own pages. */
export const CHANGES_CHANNEL = 'changes';

/**
 * Keys of the outbox in storage.local: a content script leaves the tail of visit `id` under `OUTBOX_PREFIX + id`,
 * because a message sent in pagehide is lost whenever the worker sleeps and a write is not. The value is the very
 * `Envelope<'captureVisit'>` that is sent in parallel, with the same revision.
 */
export const OUTBOX_PREFIX = 'o:';
