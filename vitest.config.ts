import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

const reporters = ['default', './scripts/plain-summary-reporter.ts'];

export default defineConfig({
  test: {
    reporters,
    projects: [
      {
        plugins: [WxtVitest()],
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          environment: 'happy-dom',
          setupFiles: ['tests/fakes/setup.ts'],
        },
      },
      {
        plugins: [WxtVitest()],
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.{ts,tsx}'],
          environment: 'node',
          // On a machine that does much else; one that is cut short leaves its run to the next.
          testTimeout: 20_000,
          setupFiles: ['tests/fakes/setup.ts'],
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/*.test.ts', 'tests/e2e/{builds,chromium}/*.test.ts'],
          provide: { browser: 'chromium' },
          fileParallelism: false,
          // After the others: a browser on a busy machine is a slow browser.
          sequence: { groupOrder: 1 },
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'e2e-firefox',
          include: ['tests/e2e/*.test.ts', 'tests/e2e/firefox/*.test.ts'],
          provide: { browser: 'firefox' },
          fileParallelism: false,
          sequence: { groupOrder: 2 },
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'slow',
          include: ['tests/slow/*.test.ts'],
          provide: { browser: 'chromium' },
          fileParallelism: false,
          // After the others: a browser on a busy machine is a slow browser.
          sequence: { groupOrder: 1 },
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'slow-firefox',
          include: ['tests/slow/*.test.ts'],
          provide: { browser: 'firefox' },
          fileParallelism: false,
          sequence: { groupOrder: 2 },
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
