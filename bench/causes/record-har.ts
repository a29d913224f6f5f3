import type { CDPSession } from 'playwright';

/** A request as the protocol tells of it, while it is under way. */
interface Draft {
  readonly url: string;
  readonly startedAt: string;
  readonly initiator: unknown;
  priority: string;
  connection?: string;
  fromCache?: string;
  redirectUrl?: string;
  transferSize?: number;
}

export interface HarRecord {
  /** The log of all requests since the last time, in the form of `chrome.devtools.network.getHAR`. */
  take(): unknown;
}

/**
 * Records what DevTools would: an open DevTools window itself costs the page so much processor time that its loads
 * would measure the window. The entries take the form DevTools gives them (front_end/models/har/Log.ts).
 */
export async function recordHar(session: CDPSession): Promise<HarRecord> {
  let drafts: Draft[] = [];
  const open = new Map<string, Draft>();
  const change = (requestId: string, update: Partial<Draft>): void => {
    Object.assign(open.get(requestId) ?? {}, update);
  };
  session.on('Network.requestWillBeSent', ({ requestId, request, wallTime, initiator, redirectResponse }) => {
    if (redirectResponse) {
      const transferSize = Math.round(redirectResponse.encodedDataLength);
      change(requestId, { redirectUrl: request.url, transferSize });
    }
    const startedAt = new Date(wallTime * 1000).toISOString();
    const draft = { url: request.url, startedAt, initiator, priority: request.initialPriority };
    open.set(requestId, draft);
    drafts.push(draft);
  });
  session.on('Network.resourceChangedPriority', ({ requestId, newPriority }) =>
    change(requestId, { priority: newPriority }),
  );
  session.on('Network.responseReceived', ({ requestId, response }) =>
    change(requestId, {
      connection: String(response.connectionId),
      ...(response.fromDiskCache && { fromCache: 'disk' }),
    }),
  );
  session.on('Network.requestServedFromCache', ({ requestId }) => change(requestId, { fromCache: 'memory' }));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
    change(requestId, { transferSize: Math.round(encodedDataLength) }),
  );
  await session.send('Network.enable');
  return {
    take() {
      const entries = drafts.map(toEntry);
      drafts = [];
      open.clear();
      return { entries };
    },
  };
}

function toEntry(draft: Draft): unknown {
  return {
    startedDateTime: draft.startedAt,
    request: { url: draft.url },
    response: { redirectURL: draft.redirectUrl, _transferSize: draft.transferSize },
    _initiator: draft.initiator,
    _priority: draft.priority,
    _connectionId: draft.connection,
    _fromCache: draft.fromCache,
  };
}
