import { expect, it } from 'vitest';
import { InputError } from '../src/domain/parse-report.ts';
import { phrase } from '../src/domain/words/phrase.ts';
import { StorageError } from '../src/store/storage-error.ts';
import { tellError } from './tell-error.ts';

it.each<[unknown, string]>([
  [new InputError(phrase('expectedAt', 'url', phrase('anHttpUrl'))), 'url: expected an http or https URL'],
  [new InputError('as it is'), 'as it is'],
  [
    new StorageError('newer', phrase('storageNewer')),
    'The stored data were written by a newer version of this extension: update it',
  ],
  [new DOMException('no space left', 'QuotaExceededError'), 'no space left'],
  ['odd', 'odd'],
])('tells %s', (error, told) => {
  expect(tellError(error)).toBe(told);
});
