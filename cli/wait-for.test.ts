import { expect, it } from 'vitest';
import { waitFor } from './wait-for.ts';

it('asks until there is an answer, and 0 and false are answers', async () => {
  const answers = [undefined, undefined, 'here'];
  expect(await waitFor(() => answers.shift(), { what: 'it' })).toBe('here');
  expect(await waitFor(() => 0, { what: 'it' })).toBe(0);
  expect(await waitFor(() => false, { what: 'it' })).toBe(false);
});

it('says what it waited for when time is up', async () => {
  await expect(waitFor(() => undefined, { what: 'the moon', timeout: 0 })).rejects.toThrow(
    'waited 0 s for the moon',
  );
});
