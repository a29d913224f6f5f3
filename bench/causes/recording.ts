import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import * as v from 'valibot';
import { parseJson, parseWith } from '../../src/domain/parse-report.ts';
import { snapshotSchema } from '../../src/domain/snapshot.ts';

const positive = v.pipe(v.number(), v.minValue(0));

const variantSchema = v.object({
  fault: v.string(),
  strength: positive,
  line: v.object({ bytesPerMs: positive, latency: positive }),
  slowdown: positive,
  secure: v.optional(v.boolean(), false),
});

const blockSchema = v.object({
  variant: variantSchema,
  /** Loads without and with the fault, recorded in turn: one of each, then the next. */
  baseline: v.array(snapshotSchema),
  current: v.array(snapshotSchema),
  /** Share of the processor that was busy before each two loads. */
  busy: v.array(v.number()),
});

const recordingSchema = v.object({
  seed: v.number(),
  recordedAt: v.string(),
  machine: v.string(),
  browser: v.string(),
  blocks: v.array(blockSchema),
});

/** Loads of the lab by a real browser with the built extension: what the causes benchmark explains without one. */
export type CausesRecording = v.InferOutput<typeof recordingSchema>;
export type RecordedBlock = v.InferOutput<typeof blockSchema>;

/** Undefined when there is no such file. Throws an InputError that names the place for one that is not a recording. */
export function readCausesRecording(path: string): CausesRecording | undefined {
  if (!existsSync(path)) return undefined;
  const text = brotliDecompressSync(readFileSync(path)).toString();
  return parseWith(recordingSchema, parseJson(text, path), path);
}

/** Brotli sees across all loads, which are much alike: it makes a tenth of what gzip does. */
export function writeCausesRecording(path: string, recording: CausesRecording): void {
  const text = JSON.stringify(recording);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 9,
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
  };
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, brotliCompressSync(text, { params }));
}
