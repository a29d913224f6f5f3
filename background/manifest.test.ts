import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const manifest = JSON.parse(readFileSync(new URL('../manifest.json', import.meta.url), 'utf8')) as Record<
  string,
  unknown
>;
const privacy = readFileSync(new URL('../PRIVACY.md', import.meta.url), 'utf8');

const PERMISSIONS = ['activeTab', 'alarms', 'scripting', 'storage', 'unlimitedStorage'];
const OPTIONAL_PERMISSIONS = ['system.cpu'];
const HOSTS = ['http://127.0.0.1/*', 'http://localhost/*'];
const OPTIONAL_HOSTS = ['http://*/*', 'https://*/*'];

/** Every key there is: one that is added gives the extension something new to do. */
const KEYS = [
  'action',
  'background',
  'content_scripts',
  'content_security_policy',
  'default_locale',
  'description',
  'devtools_page',
  'host_permissions',
  'icons',
  'incognito',
  'manifest_version',
  'minimum_chrome_version',
  'name',
  'optional_host_permissions',
  'optional_permissions',
  'options_ui',
  'permissions',
  'short_name',
  'version',
];

function sorted(list: unknown): string[] {
  return [...(list as string[])].sort();
}

it('asks for these permissions and no others', () => {
  expect(sorted(manifest['permissions'])).toEqual(PERMISSIONS);
  expect(sorted(manifest['optional_permissions'])).toEqual(OPTIONAL_PERMISSIONS);
  expect(sorted(manifest['host_permissions'])).toEqual(HOSTS);
  expect(sorted(manifest['optional_host_permissions'])).toEqual(OPTIONAL_HOSTS);
  expect(Object.keys(manifest).sort()).toEqual(KEYS);
});

it('explains every permission in PRIVACY.md', () => {
  for (const permission of [...PERMISSIONS, ...OPTIONAL_PERMISSIONS, ...HOSTS, ...OPTIONAL_HOSTS]) {
    expect(privacy).toMatch(new RegExp(`^\\|.*\`${permission.replaceAll(/[*.]/g, '\\$&')}\``, 'm'));
  }
});

it('enters the top frame of local pages, before their own scripts, and no private window', () => {
  expect(manifest['content_scripts']).toEqual([
    {
      matches: expect.arrayContaining(HOSTS),
      js: ['content.js'],
      run_at: 'document_start',
      all_frames: false,
    },
  ]);
  expect(manifest['incognito']).toBe('not_allowed');
});

it('lets its pages run their own scripts, and connect to nothing', () => {
  const { extension_pages: policy } = manifest['content_security_policy'] as { extension_pages: string };
  const directives = Object.fromEntries(policy.split('; ').map((directive) => directive.split(/ (.*)/)));
  expect(directives).toEqual({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    'img-src': "'self' data:",
    'connect-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': 'devtools:',
  });
});
