import type { Bytes, Milliseconds } from '../src/domain/units.ts';
import type { Scene } from './bodies/picture.ts';

interface Served {
  /** What the server waits before it answers. */
  readonly delay: Milliseconds;
  /** Exact size of the body before compression. */
  readonly bytes: Bytes;
}

export interface ScriptAsset extends Served {
  readonly kind: 'script';
  /** What the script does; it is filled up to `bytes` with a comment. */
  readonly code: string;
  /** How long it keeps the main thread busy first. */
  readonly busy: Milliseconds;
  /** Statements that must stand first, such as imports. */
  readonly imports?: readonly string[];
}

interface StylesheetAsset extends Served {
  readonly kind: 'stylesheet';
  readonly code: string;
  readonly imports?: readonly string[];
}

export interface ImageAsset extends Served {
  readonly kind: 'image';
  readonly scene: Scene;
}

interface FontAsset extends Served {
  readonly kind: 'font';
}

/** A document for a frame. */
interface FrameAsset {
  readonly kind: 'frame';
  readonly delay: Milliseconds;
  readonly html: string;
}

interface DataAsset {
  readonly kind: 'data';
  readonly delay: Milliseconds;
  readonly value: unknown;
}

export type Asset = ScriptAsset | StylesheetAsset | ImageAsset | FontAsset | FrameAsset | DataAsset;
