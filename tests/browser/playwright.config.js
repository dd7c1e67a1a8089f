// Two pages are driven: the one that ships, and one built with the feature `drill`, which can be made to fail.
// `./dev test` builds both, names them in PLIMSOLL_PAGE and PLIMSOLL_DRILL, and counts what this prints.
import { existsSync } from 'node:fs';
import { env } from 'node:process';
import { defineConfig } from '@playwright/test';

const DEBIAN = '/usr/bin/chromium';
const PORT = Number(env.PLIMSOLL_TEST_PORT ?? 4179);
const ORIGIN = `http://127.0.0.1:${PORT}`;
const ARGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];
const LAUNCH = { executablePath: env.CHROMIUM ?? (existsSync(DEBIAN) ? DEBIAN : undefined), args: ARGS };

export default defineConfig({
  testDir: 'specs',
  outputDir: 'results/files',
  forbidOnly: Boolean(env.CI),
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 240_000, // a machine may be busy; what has to be fast is measured elsewhere
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: 'results/report.json' }], ['./tally.js']],
  use: {
    browserName: 'chromium',
    // Writing down the page at every step doubles the time of a run: `playwright test --trace on` when one is needed.
    trace: 'off',
    launchOptions: LAUNCH,
  },
  projects: [
    // Below a path on purpose: a page that only works at the top of a host fails here.
    { name: 'page', testDir: 'specs/page', use: { baseURL: `${ORIGIN}/some/where/` } },
    // The pages of others are made up by the specs, so the browser does not know that they come from this machine as well.
    { name: 'embed', testDir: 'specs/embed', use: {
      baseURL: `${ORIGIN}/some/where/`, launchOptions: { ...LAUNCH, args: [...ARGS, '--disable-features=LocalNetworkAccessChecks'] },
    } },
    { name: 'book', testDir: 'specs/book', use: { baseURL: `${ORIGIN}/some/where/docs/` } },
    { name: 'sites', testDir: 'specs/sites', use: { port: PORT } },
    { name: 'drill', testDir: 'specs/drill', use: { baseURL: `${ORIGIN}/drill/` } },
  ],
  webServer: { command: 'node server.mjs', env: { PORT: String(PORT) }, url: `${ORIGIN}/some/where/`, reuseExistingServer: false },
});
