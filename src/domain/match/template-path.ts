import { templateSegment } from '../page.ts';
import { templateFileName } from './template-file-name.ts';

const VERSION = /^v?\d+(\.\d+)+([-.+][\w.]+)?$/i;
const PINNED_VERSION = /@v?\d+(\.\d+)*[-.\w]*/g;
const FILE = /\.[a-z0-9]{1,5}$/i;

/**
 * The path as it would look in any build and for any user: `/v1.2.3/users/42/app-BQ3xk_9Z.js` becomes
 * `/:ver/users/:n/app*.js`. Only the last segment is read as a file name.
 */
export function templatePath(pathname: string): string {
  const segments = pathname.split('/');
  const last = segments.length - 1;
  return segments
    .map((segment, i) => (i === last && FILE.test(segment) ? templateFileName(segment) : template(segment)))
    .join('/');
}

function template(segment: string): string {
  if (VERSION.test(segment)) return ':ver';
  const unpinned = segment.replace(PINNED_VERSION, '@:ver');
  return unpinned === segment ? templateSegment(segment) : unpinned;
}
