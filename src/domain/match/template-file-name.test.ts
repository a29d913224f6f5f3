import { describe, expect, test } from 'vitest';
import { templateFileName } from './template-file-name.ts';

describe('a rebuilt file keeps its template', () => {
  test.each([
    ['vite', 'index-BQ3xk_9Z.js', 'index-D4-x_9aB.js', 'index*.js'],
    ['vite without a digit', 'index-DxYqTbaZ.js', 'index-CkLrPzmd.js', 'index*.js'],
    ['vite css', 'home-page-BQ3xk_9Z.css', 'home-page-a0B1c2D3.css', 'home-page*.css'],
    ['rollup, hex', 'vendor.4f3a2b1c.js', 'vendor.9d8e7f60.js', 'vendor*.js'],
    ['rollup, ten characters', 'lib-Ab3dEf6hIj.mjs', 'lib-Zx9cVb1nMq.mjs', 'lib*.mjs'],
    ['webpack', 'main.3f2a1b9c8d7e6f5a4b3c.js', 'main.0a1b2c3d4e5f60718293.js', 'main*.js'],
    ['webpack chunk', '487.abc123de.chunk.js', '487.99ff00aa.chunk.js', '487*.chunk.js'],
    ['webpack split', 'vendors~main.abc123.js', 'vendors~main.def456.js', 'vendors~main*.js'],
    ['esbuild', 'chunk-UKPZ3QRM.js', 'chunk-ABCDEFGH.js', 'chunk*.js'],
    ['next page', 'page-3f2a1b9c8d7e6f5a.js', 'page-ff00aa11bb22cc33.js', 'page*.js'],
    ['next vendor', '4bd1b696-ba3a4c2d3e4f5a6b.js', '8ac2d707-0011223344556677.js', '*.js'],
    ['next font', 'e4af272ccee01ff0-s.p.woff2', 'a34f9d1faa5f3315-s.p.woff2', '*-s.p.woff2'],
    ['minified', 'app.3f2a1b9c.min.js', 'app.00aa11bb.min.js', 'app*.min.js'],
  ])('%s', (_style, before, after, template) => {
    expect(templateFileName(before)).toBe(template);
    expect(templateFileName(after)).toBe(template);
  });
});

test.each([
  'index.js',
  'HomePage.js',
  'my-component.css',
  'checkout-step-2.js',
  'bootstrap.min.css',
  'hero-v2.png',
  'jquery.validate.unobtrusive.js',
  'ProductDetailView.js',
  'icon-24.svg',
])('%s has no hash in it', (name) => {
  expect(templateFileName(name)).toBe(name);
});
