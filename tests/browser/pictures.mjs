// Takes the pictures of the book from the built page, in light and in dark: node pictures.mjs [name …]
// What they show is the page as it is; they are taken anew when it has changed in what they show.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { argv, env, stdout } from 'node:process';
import { chromium } from '@playwright/test';

const HERE = import.meta.dirname;
const FOLDER = join(HERE, '../../docs/book/src/pictures');
const PORT = 4177;
const DEBIAN = '/usr/bin/chromium';

const view = (page, name) => page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name, exact: true }).click();
const sample = async (page) => {
  await page.getByRole('group', { name: 'or try a sample:' }).getByRole('button').first().click();
  await page.locator('.ps-look__outcome').waitFor();
};

/** Each picture: what is done before it is taken, and what is on it. */
const PICTURES = {
  'what-if': [async (page) => page.locator('#lever-churn').fill('-2'), '.ps-what-if'],
  steps: [async (page) => {
    await page.locator('article[aria-labelledby=card-net-revenue-retention]').getByText('How this came about').click();
  }, '.ps-why'],
  lines: [async (page) => {
    await page.locator('article[aria-labelledby=card-net-revenue-retention]').getByText('Move the lines').click();
  }, 'article[aria-labelledby=card-net-revenue-retention]'],
  review: [sample, '.ps-look'],
  trend: [async (page) => {
    await sample(page);
    await page.getByRole('button', { name: 'Use this data' }).click();
    await page.locator('#picture-net-revenue-retention-trend').waitFor();
  }, '#picture-net-revenue-retention-trend'],
  bridge: [async (page) => {
    await sample(page);
    await page.getByRole('button', { name: 'Use this data' }).click();
    await page.locator('#picture-mrr-bridge').waitFor();
  }, '#picture-mrr-bridge'],
  conventions: [(page) => view(page, 'Conventions'), '.ps-convention:has-text("Lifetime value, on margin")'],
  scenarios: [(page) => view(page, 'Scenarios'), '.ps-shelf table >> nth=0'],
};

const asked = argv.slice(2);
const server = spawn('node', ['server.mjs'], { cwd: HERE, env: { ...env, PORT: String(PORT) }, stdio: 'ignore' });
const browser = await chromium.launch({ executablePath: env.CHROMIUM ?? (existsSync(DEBIAN) ? DEBIAN : undefined), args: ['--no-sandbox', '--disable-gpu'] });
for (const colorScheme of ['light', 'dark']) {
  for (const [name, [prepare, what]] of Object.entries(PICTURES)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    const context = await browser.newContext({ viewport: { width: 900, height: 900 }, colorScheme, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${PORT}/some/where/`);
    await page.locator('html[data-ready]').waitFor({ state: 'attached' });
    await prepare(page);
    await page.locator(what).first().waitFor();
    await page.waitForTimeout(400);
    await page.locator(what).first().screenshot({ path: join(FOLDER, `${name}-${colorScheme}.png`) });
    stdout.write(`${name}-${colorScheme}.png\n`);
    await context.close();
  }
}
await browser.close();
server.kill();
