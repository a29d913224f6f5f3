import type { CapturedResource } from './capture.ts';
import { memoize } from './memoize.ts';
import type { ResourceType } from './snapshot.ts';

const BY_EXTENSION: Readonly<Record<string, ResourceType>> = {
  js: 'script',
  mjs: 'script',
  cjs: 'script',
  css: 'stylesheet',
  ...group('image', 'png jpg jpeg gif webp avif svg ico bmp'),
  ...group('font', 'woff woff2 ttf otf eot'),
  ...group('media', 'mp4 webm mp3 m4a ogg m3u8 mpd'),
  html: 'document',
  htm: 'document',
};

/** What an initiator type settles by itself. "link", "css" and "other" do not: they say who asked, not what came. */
const BY_INITIATOR: Readonly<Record<string, ResourceType>> = {
  navigation: 'document',
  iframe: 'document',
  frame: 'document',
  script: 'script',
  img: 'image',
  image: 'image',
  input: 'image',
  video: 'media',
  audio: 'media',
  track: 'media',
};

const REQUESTED_BY_SCRIPT = new Set(['fetch', 'xmlhttprequest', 'beacon', 'eventsource']);

/** Asked for by a script through an API, not by markup or a style. */
export function isRequestedByScript(initiatorType: string): boolean {
  return REQUESTED_BY_SCRIPT.has(initiatorType);
}

/**
 * Type of a resource from what came (content type), then what asked (initiator), then what it is called (extension).
 * A fetch is "fetch" whatever it brings: budgets speak of API calls, not of JSON.
 */
export function classifyResource(
  resource: Pick<CapturedResource, 'url' | 'initiatorType' | 'contentType'>,
): ResourceType {
  if (isRequestedByScript(resource.initiatorType)) return 'fetch';
  return (
    typeOfContent(resource.contentType) ??
    BY_EXTENSION[extensionOf(resource.url)] ??
    BY_INITIATOR[resource.initiatorType] ??
    (resource.initiatorType === 'link' ? 'stylesheet' : 'other')
  );
}

/** Type of resources of which only the initiator type was kept. */
export function classifyInitiator(initiatorType: string): ResourceType {
  if (isRequestedByScript(initiatorType)) return 'fetch';
  return BY_INITIATOR[initiatorType] ?? 'other';
}

function typeOfContent(contentType: string | undefined): ResourceType | undefined {
  if (!contentType) return undefined;
  const essence = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  if (/javascript|ecmascript/.test(essence)) return 'script';
  if (essence === 'text/css') return 'stylesheet';
  if (essence === 'text/html' || essence === 'application/xhtml+xml') return 'document';
  if (essence.startsWith('image/')) return 'image';
  if (essence.startsWith('font/') || /font-/.test(essence)) return 'font';
  if (essence.startsWith('video/') || essence.startsWith('audio/')) return 'media';
  return undefined;
}

const extensionOf = memoize((url) => {
  const path = url.split(/[?#]/, 1)[0] ?? '';
  return /\.([a-z0-9]{2,5})$/i.exec(path)?.[1]?.toLowerCase() ?? '';
});

function group(type: ResourceType, extensions: string): Record<string, ResourceType> {
  return Object.fromEntries(extensions.split(' ').map((extension) => [extension, type]));
}
