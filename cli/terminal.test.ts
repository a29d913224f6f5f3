import { afterEach, expect, it, vi } from 'vitest';
import { createTerminal } from './terminal.ts';

const original = { out: process.stdout.isTTY, err: process.stderr.isTTY };

afterEach(() => {
  process.stdout.isTTY = original.out;
  process.stderr.isTTY = original.err;
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

function listenTo(isTTY: boolean) {
  process.stdout.isTTY = isTTY;
  process.stderr.isTTY = isTTY;
  const written: string[] = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  return written;
}

it.each([
  [true, '', true],
  [true, '1', false],
  [false, '', false],
])('on a terminal %s, with NO_COLOR=%s: coloured %s', (isTTY, noColor, colour) => {
  listenTo(isTTY);
  vi.stubEnv('NO_COLOR', noColor);
  expect(createTerminal().colour).toBe(colour);
});

it('shows a person what goes on in one line, which a note wipes', () => {
  const written = listenTo(true);
  const terminal = createTerminal();
  terminal.progress('loading…');
  terminal.note('done');
  expect(written.join('')).toBe('\r\u001b[Kloading…\r\u001b[Kdone\n');
});

it('keeps it out of a log', () => {
  const written = listenTo(false);
  const terminal = createTerminal();
  terminal.progress('loading…');
  terminal.note('done');
  terminal.progress(undefined);
  expect(written).toEqual(['done\n']);
});
