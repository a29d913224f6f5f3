/** Node has URLPattern from 23.8 on; budgets are matched with it. To be called once, before anything is matched. */
export async function installUrlPattern(): Promise<void> {
  if (!('URLPattern' in globalThis)) await import('urlpattern-polyfill');
}
