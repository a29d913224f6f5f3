import type { CdpSession } from '../capture/cdp.ts';

/** A request as the DevTools protocol tells of it. */
export interface NetworkRequest {
  readonly url: string;
  readonly type: string;
  /** Seconds of the browser's monotonic clock. */
  readonly sentAt: number;
  readonly isPreflight: boolean;
  readonly isFinished: boolean;
  /** Finished, and not given up. */
  readonly isComplete: boolean;
  /** Status on the wire: 304 where the page sees 200. */
  readonly status: number;
  readonly headers: { readonly [name: string]: string };
  readonly protocol: string | undefined;
  /** disk or memory cache, service worker, or undefined for the network. */
  readonly source: 'cache' | 'worker' | undefined;
  /** Bytes on the wire, headers included. */
  readonly wireBytes: number;
  readonly headerBytes: number;
  readonly decodedBytes: number;
}

type Draft = { -readonly [Key in keyof NetworkRequest]: NetworkRequest[Key] } & {
  loaderId: string;
  frameId: string;
};

export interface NetworkRecord {
  /** Requests of the first document, in the order they were sent; a chain of redirects is one. */
  list(): NetworkRequest[];
}

/**
 * Records what the DevTools protocol tells of the network of one page from now on. The document of a frame and the
 * script of a worker are the page's requests, of which the frame's and the worker's own sessions tell the end.
 */
export async function recordNetwork(
  session: CdpSession,
  findSession: (id: string) => CdpSession,
): Promise<NetworkRecord> {
  const drafts = new Map<string, Draft>();
  let document: Draft | undefined;
  session.on('Network.requestWillBeSent', (event) => {
    const draft = createDraft(event, drafts.get(event.requestId));
    drafts.set(event.requestId, draft);
    if (event.requestId === event.loaderId) document ??= draft;
  });
  followResponses(session, drafts);
  session.on('Target.attachedToTarget', ({ sessionId }) => {
    const child = findSession(sessionId);
    followResponses(child, drafts);
    void child.send('Network.enable').catch(() => undefined);
    void child.send('Runtime.runIfWaitingForDebugger').catch(() => undefined);
  });
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: true,
  });
  const size = 100 * 1024 * 1024;
  await session.send('Network.enable', { maxTotalBufferSize: size, maxResourceBufferSize: 1024 });
  return { list: () => [...drafts.values()].filter((draft) => isOf(document, draft)) };
}

interface SentRequest {
  readonly loaderId: string;
  readonly frameId?: string;
  readonly request: { readonly url: string };
  readonly timestamp: number;
  readonly type?: string;
}

function createDraft(event: SentRequest, known: Draft | undefined): Draft {
  const { loaderId, frameId = '', request, timestamp, type = 'Other' } = event;
  return {
    url: request.url,
    type,
    loaderId,
    frameId,
    sentAt: known?.sentAt ?? timestamp,
    isPreflight: type === 'Preflight',
    isFinished: false,
    isComplete: false,
    status: 0,
    headers: {},
    protocol: undefined,
    source: undefined,
    wireBytes: 0,
    headerBytes: 0,
    decodedBytes: 0,
  };
}

/** Its own, its workers' scripts, which have no loader, and the documents of its frames, which have one each. */
function isOf(document: Draft | undefined, { loaderId, frameId, type }: Draft): boolean {
  if (!document) return false;
  if (loaderId === document.loaderId) return true;
  return type === 'Document' ? frameId !== document.frameId : !loaderId && frameId === document.frameId;
}

function followResponses(session: CdpSession, drafts: ReadonlyMap<string, Draft>): void {
  const change = (requestId: string, update: (draft: Draft) => Partial<Draft>): void => {
    const draft = drafts.get(requestId);
    if (draft) Object.assign(draft, update(draft));
  };
  session.on('Network.responseReceived', ({ requestId, response, type }) =>
    change(requestId, ({ source, status }) => ({
      type,
      headerBytes: response.encodedDataLength,
      status: status || response.status,
      protocol: response.protocol,
      source: response.fromServiceWorker ? 'worker' : response.fromDiskCache ? (source ?? 'cache') : source,
      headers: Object.fromEntries(
        Object.entries(response.headers).map(([name, value]) => [name.toLowerCase(), value]),
      ),
    })),
  );
  session.on('Network.responseReceivedExtraInfo', ({ requestId, statusCode }) =>
    change(requestId, ({ status }) => ({ status: statusCode === 304 ? statusCode : status })),
  );
  session.on('Network.requestServedFromCache', ({ requestId }) =>
    change(requestId, () => ({ source: 'cache' })),
  );
  session.on('Network.dataReceived', ({ requestId, dataLength }) =>
    change(requestId, ({ decodedBytes }) => ({ decodedBytes: decodedBytes + dataLength })),
  );
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
    change(requestId, () => ({ wireBytes: encodedDataLength, isFinished: true, isComplete: true })),
  );
  session.on('Network.loadingFailed', ({ requestId }) =>
    change(requestId, ({ headerBytes }) => ({ wireBytes: headerBytes, isFinished: true })),
  );
}
