import type { Asset } from '../asset.ts';
import { fillWithComment } from './filler.ts';
import { buildFont } from './font.ts';
import { seedOf } from './noise.ts';
import { drawScene } from './picture.ts';
import { encodePng } from './png.ts';
import { buildScript } from './script.ts';

export interface Body {
  readonly contentType: string;
  readonly bytes: Buffer;
  /** Text is sent compressed; pictures and fonts are compressed already. */
  readonly compressible: boolean;
}

/** The body of an asset: the same bytes for the same path and asset, everywhere. */
export function buildBody(path: string, asset: Asset): Body {
  switch (asset.kind) {
    case 'script':
      return textBody('text/javascript; charset=utf-8', buildScript(path, asset));
    case 'stylesheet': {
      const imports = (asset.imports ?? []).map((url) => `@import url(${url});`);
      const source = [...imports, asset.code].join('\n');
      return textBody('text/css; charset=utf-8', fillWithComment(source, asset.bytes, seedOf(path)));
    }
    case 'frame':
      return textBody('text/html; charset=utf-8', asset.html);
    case 'data':
      return textBody('application/json', JSON.stringify(asset.value));
    case 'image':
      return {
        contentType: 'image/png',
        bytes: encodePng(drawScene(asset.scene), asset.bytes),
        compressible: false,
      };
    case 'font':
      return { contentType: 'font/ttf', bytes: buildFont(asset.bytes), compressible: false };
  }
}

export function textBody(contentType: string, text: string): Body {
  return { contentType, bytes: Buffer.from(text), compressible: true };
}
