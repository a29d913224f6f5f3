import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Path of a table of a thousand rows and nothing else: no script, one line of style. What the browser itself can do. */
export const PLAIN_TABLE = '/plain-table';

/** A site whose every path is a small page, so that a tab has something to show and the panel a page to look up. */
export async function servePages(): Promise<{ readonly origin: string; stop: () => void }> {
  const server = createServer(({ url }, response) => {
    response.setHeader('content-type', 'text/html');
    const body = url === PLAIN_TABLE ? writeTable() : '<h1>Page</h1>';
    response.end(`<!doctype html><title>Page</title>${body}`);
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

function writeTable(): string {
  const row = (n: number): string =>
    `<tr><th>${n}</th><td>${n * 7} ms</td><td>${n * 3} kB</td><td>steady</td></tr>`;
  const rows = Array.from({ length: 1_000 }, (_, n) => row(n)).join('');
  const style = 'max-height: 480px; overflow: auto; font: 12px sans-serif';
  return `<div class="table-scroll" style="${style}"><table style="width: 100%">${rows}</table></div>`;
}
