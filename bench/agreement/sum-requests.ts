import type { NetworkRequest } from './record-network.ts';

/** What the Fetch specification has a response's headers count for, whatever they took on the wire. */
const HEADERS = 300;

export interface RequestSums {
  readonly requests: number;
  readonly transferSize: number;
  readonly decodedSize: number;
  /** Whose sizes the page may not know: another origin's, which does not send Timing-Allow-Origin. */
  readonly restricted: number;
  /** What went over the wire for them, and the sum of all, with true headers. */
  readonly hiddenBytes: number;
  readonly wireBytes: number;
}

/** Requests by the DevTools protocol, counted by the definitions of the metrics: those sent up to settle. */
export function sumRequests(
  requests: readonly NetworkRequest[],
  pageUrl: string,
  settledAt: number,
): RequestSums {
  const [document] = requests;
  const counted = requests.filter(
    ({ isPreflight, isFinished, sentAt, url }) =>
      !isPreflight &&
      isFinished &&
      /^https?:/.test(url) &&
      (sentAt - (document?.sentAt ?? 0)) * 1000 <= settledAt,
  );
  const { origin } = new URL(pageUrl);
  const isHidden = ({ url, headers }: NetworkRequest): boolean =>
    new URL(url).origin !== origin && headers['timing-allow-origin'] === undefined;
  const open = counted.filter((request) => !isHidden(request));
  return {
    requests: counted.length,
    transferSize: sum(open, transferSizeOf),
    // Of a body that was not sent again the page learns nothing.
    decodedSize: sum(open, ({ decodedBytes, status }) => (status === 304 ? 0 : decodedBytes)),
    restricted: counted.length - open.length,
    hiddenBytes: sum(counted.filter(isHidden), ({ wireBytes }) => wireBytes),
    wireBytes: sum(counted, ({ wireBytes }) => wireBytes),
  };
}

function transferSizeOf(request: NetworkRequest): number {
  const { source, status, wireBytes, headerBytes, headers, protocol, isComplete } = request;
  if (source) return 0;
  if (status === 304) return HEADERS;
  // Over HTTP/2 the wire also carries nine bytes for every frame of the body; a worker's script is told in one piece.
  const isWhole = isComplete && (protocol === 'h2' || headerBytes === wireBytes);
  const body = isWhole ? Number(headers['content-length'] ?? 0) : wireBytes - headerBytes;
  return body + HEADERS;
}

function sum<Item>(items: readonly Item[], valueOf: (item: Item) => number): number {
  return items.reduce((total, item) => total + valueOf(item), 0);
}
