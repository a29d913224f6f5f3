import { defineConfig } from 'vitest/config';

export default defineConfig({
  define: { __VERSION__: JSON.stringify('0.0.0-test') },
  test: {
    include: ['{src,content,background,panel,cli,lab,bench,tools}/**/*.test.{ts,tsx}'],
    setupFiles: ['tools/unit-setup.mjs'],
    testTimeout: 20_000,
  },
});
