import { expect, it } from 'vitest';
import { captureSchema } from '../src/domain/capture.ts';
import { createVisitId } from './visit-id.ts';

it('makes version 4 UUIDs, every one another', () => {
  const ids = Array.from({ length: 200 }, createVisitId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) {
    expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(captureSchema.entries.visitId['~standard'].validate(id)).not.toHaveProperty('issues');
  }
});
