import type { IncomingMessage, ServerResponse } from 'node:http';
import { writeControlPage } from './control-page.ts';
import { sendText } from './respond.ts';
import type { Switchboard } from './switchboard.ts';

/** A form that switches a fault is a few bytes long; nothing longer is read. */
const MOST_FORM_BYTES = 4096;

/**
 * `GET /lab` shows the faults; with `?fault=id`, or by POST of a form with that field, it switches to one first.
 * An empty id switches all off; `strength` scales the change, `base` asks for the site as it was before the fault.
 * An unknown id is answered with 400 and the known ones.
 */
export async function serveControl(
  request: IncomingMessage,
  response: ServerResponse,
  switchboard: Switchboard,
): Promise<void> {
  const asked = request.method === 'POST' ? await readForm(request) : readQuery(request);
  const fault = asked.get('fault');
  try {
    if (fault !== null) {
      switchboard.setFault(fault === '' ? undefined : fault, {
        strength: Number(asked.get('strength') ?? 1),
        baseOnly: asked.has('base'),
      });
    }
  } catch (error) {
    return sendText(response, 400, error instanceof Error ? error.message : String(error));
  }
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(writeControlPage(switchboard.readFault()));
}

function readQuery(request: IncomingMessage): URLSearchParams {
  return new URL(request.url ?? '/', 'http://localhost').searchParams;
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > MOST_FORM_BYTES) break;
  }
  return new URLSearchParams(text.slice(0, MOST_FORM_BYTES));
}
