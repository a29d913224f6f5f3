import { setMaxListeners } from 'node:events';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { serveControl } from './control.ts';
import type { ActiveFault } from './control-page.ts';
import type { FaultOptions } from './faults.ts';
import { createLineSender } from './line.ts';
import { startListener } from './listener.ts';
import { type Exchange, sendPrepared, sendRedirect, sendText } from './respond.ts';
import { BASE_SITE, type Line, type Site } from './site.ts';
import { createSwitchboard, type Switchboard } from './switchboard.ts';

export interface LabOptions {
  /** Port of the site; 0 or absent takes a free one. */
  readonly port?: number;
  readonly thirdPartyPort?: number;
  /** The visitor's line. Default: 10 Mbit/s and 40 ms. */
  readonly line?: Line | 'unlimited';
  /** HTTP/2 over TLS instead of HTTP/1.1. The browser must be told to accept a certificate that nobody has signed. */
  readonly secure?: boolean;
}

export interface Lab {
  /** `http://localhost:…`, or https, which the extension may always watch. */
  readonly origin: string;
  /** `http://127.0.0.1:…`: to the browser, another site. */
  readonly thirdPartyOrigin: string;
  /** Switches to this fault alone, or with undefined to none. Throws a RangeError for an id that does not exist. */
  setFault(id: string | undefined, options?: FaultOptions): void;
  readFault(): ActiveFault | undefined;
  stop(): Promise<void>;
}

type Serve = (exchange: Exchange) => Promise<void>;

/** Serves the lab site on two loopback ports. Rejects when a port is taken. */
export async function startLab(options: LabOptions = {}): Promise<Lab> {
  const stopping = new AbortController();
  // Every answer that waits listens to it, and over HTTP/2 a page asks for everything at once.
  setMaxListeners(0, stopping.signal);
  let switchboard: Switchboard | undefined;
  const line = createLineSender(() => switchboard?.readSite().site.line);

  const answer =
    (serve: (switchboard: Switchboard) => Serve): RequestListener =>
    (request, response) => {
      if (!switchboard) return sendText(response, 503, 'The lab is still starting.');
      const { site } = switchboard.readSite();
      const exchange = { request, response, site, line, signal: stopping.signal };
      serve(switchboard)(exchange).catch((error: unknown) => fail(response, error));
    };

  const { port = 0, thirdPartyPort = 0, secure = false } = options;
  const own = await startListener({ serve: answer(serveOwn), port, secure });
  const thirdParty = await startListener({ serve: answer(serveThirdParty), port: thirdPartyPort, secure });
  const scheme = secure ? 'https' : 'http';
  const origin = `${scheme}://localhost:${own.port}`;
  const thirdPartyOrigin = `${scheme}://127.0.0.1:${thirdParty.port}`;
  const board = createSwitchboard(chooseBase(options.line), thirdPartyOrigin);
  switchboard = board;
  return {
    origin,
    thirdPartyOrigin,
    setFault: (id, faultOptions) => board.setFault(id, faultOptions),
    readFault: () => board.readFault(),
    async stop() {
      stopping.abort();
      line.stop();
      await Promise.all([own.stop(), thirdParty.stop()]);
    },
  };
}

function serveOwn(switchboard: Switchboard): Serve {
  return async (exchange) => {
    const { request, response } = exchange;
    const path = readPath(request);
    if (path === '/lab') return serveControl(request, response, switchboard);
    const prepared = switchboard.readSite().own.get(path);
    if (!prepared) return sendText(response, 404, `The lab has no ${path}`);
    if (prepared.isPage && (await sendRedirect(exchange, path))) return;
    await sendPrepared(exchange, prepared);
  };
}

/** With Timing-Allow-Origin, as most tag vendors send it: sizes and phases can be seen. */
function serveThirdParty(switchboard: Switchboard): Serve {
  return async (exchange) => {
    const { request, response } = exchange;
    const path = readPath(request);
    const prepared = switchboard.readSite().thirdParty.get(path);
    if (!prepared) return sendText(response, 404, `The third party has no ${path}`);
    response.setHeader('Timing-Allow-Origin', '*');
    await sendPrepared(exchange, prepared);
  };
}

function chooseBase(line: LabOptions['line']): Site {
  if (line === undefined) return BASE_SITE;
  if (line !== 'unlimited') return { ...BASE_SITE, line };
  const { line: _line, ...site } = BASE_SITE;
  return site;
}

function readPath(request: IncomingMessage): string {
  return new URL(request.url ?? '/', 'http://localhost').pathname;
}

/** A lab that stops lets its waiting answers go; anything else is a fault of ours and is shown as one. */
function fail(response: ServerResponse, error: unknown): void {
  if (response.headersSent) response.destroy();
  else sendText(response, 500, String(error));
}
