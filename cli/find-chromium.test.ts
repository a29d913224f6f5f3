import { describe, expect, it } from 'vitest';
import { findChromium, NO_CHROMIUM, type Surroundings } from './find-chromium.ts';

const PLAYWRIGHT = '/cache/chromium-1300/chrome';
const DEBIAN = '/usr/lib/chromium/chromium';

function around(files: readonly string[], overrides: Partial<Surroundings> = {}): Surroundings {
  return {
    env: { PATH: '/usr/local/bin:/usr/bin' },
    platform: 'linux',
    exists: (path) => files.includes(path),
    playwrightPath: PLAYWRIGHT,
    ...overrides,
  };
}

describe('findChromium', () => {
  const everything = ['/opt/mine', PLAYWRIGHT, DEBIAN, '/usr/bin/chromium'];
  const mine = { PBM_CHROMIUM: '/opt/mine', PATH: '/usr/bin' };

  it.each([
    ['the chosen one before all others', around(everything, { env: mine }), '/opt/mine'],
    ["Playwright's before the system's", around(everything), PLAYWRIGHT],
    ['the binary before the script that wraps it', around([DEBIAN, '/usr/bin/chromium']), DEBIAN],
    [
      'names in order, whatever the folder',
      around(['/usr/bin/chromium', '/usr/local/bin/chromium-browser']),
      '/usr/bin/chromium',
    ],
    ['folders in order', around(['/usr/bin/chromium', '/usr/local/bin/chromium']), '/usr/local/bin/chromium'],
    [
      'Chrome for Testing on the path',
      around(['/usr/bin/google-chrome-for-testing']),
      '/usr/bin/google-chrome-for-testing',
    ],
    [
      'a platform Playwright does not know',
      around(['/usr/bin/chromium'], { playwrightPath: undefined }),
      '/usr/bin/chromium',
    ],
    [
      'the application on a Mac',
      around(['/Applications/Chromium.app/Contents/MacOS/Chromium'], { platform: 'darwin' }),
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ],
  ])('takes %s', (_name, surroundings, expected) => {
    expect(findChromium(surroundings)).toBe(expected);
  });

  it('refuses a chosen one that does not exist instead of taking another', () => {
    const surroundings = around([PLAYWRIGHT, DEBIAN], { env: mine });
    expect(() => findChromium(surroundings)).toThrow(
      'PBM_CHROMIUM: expected the path of a Chromium, got /opt/mine, which does not exist.',
    );
  });

  it('never takes branded Chrome, and says why', () => {
    expect(() => findChromium(around(['/usr/bin/google-chrome', '/usr/bin/google-chrome-stable']))).toThrow(
      NO_CHROMIUM,
    );
    expect(NO_CHROMIUM).toMatch(/since version 137 it ignores --load-extension/);
  });
});
