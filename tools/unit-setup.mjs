// Node 20 has no URLPattern; a browser and newer Nodes do.
if (!('URLPattern' in globalThis)) await import('urlpattern-polyfill');
