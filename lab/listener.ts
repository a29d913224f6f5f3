import { createServer, type RequestListener, type Server } from 'node:http';
import { createSecureServer } from 'node:http2';
import type { AddressInfo, Socket } from 'node:net';
import { createCertificate } from './secure/certificate.ts';

export interface Listener {
  /** Port of the loopback interface. */
  readonly port: number;
  /** Ends all connections, answered or not. */
  stop(): Promise<void>;
}

export interface ListenerOptions {
  readonly serve: RequestListener;
  /** 0 or absent takes a free one. */
  readonly port?: number;
  /** HTTP/2 over TLS, with a certificate of its own; else HTTP/1.1. */
  readonly secure: boolean;
}

/** Rejects when the port is taken. */
export async function startListener({ serve, port = 0, secure }: ListenerOptions): Promise<Listener> {
  const server = secure ? createSecure(serve) : createServer(serve);
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** Node's HTTP/2 requests and responses have the methods of HTTP/1 ones (its "compatibility API"), but not their types. */
function createSecure(serve: RequestListener): Server {
  const certificate = createCertificate(new Date());
  const server = createSecureServer({ ...certificate, allowHTTP1: true });
  server.on('request', serve as unknown as Parameters<typeof server.on>[1]);
  // A visitor who leaves resets its streams, which is no fault of anybody's.
  server.on('sessionError', () => undefined);
  return server as unknown as Server;
}
