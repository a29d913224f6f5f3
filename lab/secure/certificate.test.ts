import { X509Certificate } from 'node:crypto';
import { connect } from 'node:http2';
import { expect, it } from 'vitest';
import { startLab } from '../server.ts';
import { createCertificate } from './certificate.ts';

const NOW = new Date('2026-03-01T12:00:00Z');

it('is for the loopback hosts, signed by itself, and valid now and for some weeks', () => {
  const certificate = new X509Certificate(createCertificate(NOW).cert);
  expect(certificate.checkHost('localhost')).toBe('localhost');
  expect(certificate.checkIP('127.0.0.1')).toBe('127.0.0.1');
  expect(certificate.verify(certificate.publicKey)).toBe(true);
  expect(new Date(certificate.validFrom)).toEqual(new Date('2026-02-28T12:00:00Z'));
  expect(new Date(certificate.validTo)).toEqual(new Date('2026-03-31T12:00:00Z'));
});

it('is another one each time', () => {
  const [one, two] = [createCertificate(NOW), createCertificate(NOW)];
  expect(one.key).not.toBe(two.key);
  expect(new X509Certificate(one.cert).serialNumber).not.toBe(new X509Certificate(two.cert).serialNumber);
});

it('lets the lab answer over HTTP/2', async () => {
  const lab = await startLab({ line: 'unlimited', secure: true });
  const session = connect(lab.origin, { rejectUnauthorized: false });
  try {
    const request = session.request({ ':path': '/js/app.js' });
    const [headers, bytes] = await new Promise<[Record<string, unknown>, number]>((resolve, reject) => {
      let size = 0;
      let head: Record<string, unknown> = {};
      request.on('response', (received) => (head = received));
      request.on('data', (chunk: Buffer) => (size += chunk.length));
      request.on('end', () => resolve([head, size]));
      request.on('error', reject);
    });
    expect(headers[':status']).toBe(200);
    expect(bytes).toBe(60_000);
  } finally {
    session.destroy();
    await lab.stop();
  }
});
