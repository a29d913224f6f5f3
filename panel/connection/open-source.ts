import { redactUrl } from '../../src/domain/page.ts';
import { locateOffset, type SourcePlace } from '../derive/locate-offset.ts';

type Content = chrome.devtools.inspectedWindow.Resource;

const BEGINNING: SourcePlace = { line: 0, column: 0 };

/**
 * Shows a file of the inspected page in DevTools' Sources, at a character of it. What we store has no query, so the file
 * is looked up by what is left of its URL. A file the page no longer has is opened by that URL: DevTools then says so.
 */
export async function openSource(url: string, charPosition: number | undefined): Promise<void> {
  const resource = await findResource(url);
  const place =
    resource && charPosition !== undefined
      ? locateOffset(await readContent(resource), charPosition)
      : BEGINNING;
  await new Promise<void>((resolve) =>
    chrome.devtools.panels.openResource(resource?.url ?? url, place.line, place.column, resolve),
  );
}

function findResource(url: string): Promise<Content | undefined> {
  return new Promise((resolve) => {
    chrome.devtools.inspectedWindow.getResources((resources) => {
      resolve(resources.find((resource) => resource.url === url || redactUrl(resource.url) === url));
    });
  });
}

function readContent(resource: Content): Promise<string> {
  return new Promise((resolve) => {
    resource.getContent((content) => resolve(content ?? ''));
  });
}
