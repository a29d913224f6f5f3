import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A site whose every path is a small page, so that a tab has something to show and the panel a page to look up. */
export async function servePages(): Promise<{ readonly origin: string; stop: () => void }> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end('<!doctype html><title>Page</title><h1>Page</h1>');
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://localhost:${port}`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
