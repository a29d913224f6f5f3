import type { LedgerStep } from '../../src/domain/ledger-steps.ts';
import { type MessageKey, text } from '../text.ts';
import { beginSentence } from './words.ts';

/** Steps that a metric is made of, by what the domain calls them; elements and functions have names of their own. */
const STEP_WORDS: Readonly<Record<string, MessageKey>> = {
  'time to first byte': 'stepFirstByte',
  'load delay': 'stepLoadDelay',
  'load duration': 'stepLoadDuration',
  'render delay': 'stepRenderDelay',
  'input delay': 'stepInputDelay',
  processing: 'stepProcessing',
  presentation: 'stepPresentation',
  redirects: 'stepRedirects',
  'before the request': 'stepBeforeRequest',
  connect: 'stepConnect',
  server: 'stepServer',
};

/** A part of a metric, as the beginning of a line. */
export function namePart(label: string): string {
  const key = STEP_WORDS[label];
  return key ? text(key) : beginSentence(label);
}

const LEDGER_WORDS: Readonly<Record<string, MessageKey>> = { Baseline: 'before', Rest: 'rest', Now: 'now' };

/** A column of the ledger; those of causes have the cause's number. */
export function nameStep({ label }: Pick<LedgerStep, 'label'>): string {
  const key = LEDGER_WORDS[label];
  return key ? text(key) : label;
}
