// When the program cannot start, the page says so in a sentence.
import { expect, started, test } from '../../guard.js';

test.use({ noErrors: false });

const FAULTS = {
  'the module is missing': (page) => page.route('**/*.wasm*', (route) => route.fulfill({ status: 404, body: 'gone' })),
  'the module is damaged': (page) => page.route('**/*.wasm*', (route) => route.fulfill({ contentType: 'application/wasm', body: 'not wasm' })),
  'the glue is missing': (page) => page.route('**/plimsoll-web.js*', (route) => route.fulfill({ status: 404, body: 'gone' })),
  'the starter is missing': (page) => page.route('**/start.js*', (route) => route.fulfill({ status: 404, body: 'gone' })),
  'WebAssembly is switched off': (page) => page.addInitScript(() => { delete globalThis.WebAssembly; }),
};

for (const [fault, cause] of Object.entries(FAULTS)) {
  test(`${fault}: the page says so, and a restart helps once it is back`, async ({ page }) => {
    await cause(page);
    await page.goto('./');
    const panel = page.getByRole('alertdialog', { name: 'Plimsoll could not start' });
    await expect(panel).toBeVisible();
    await expect(panel.locator('#recovery-text')).not.toBeEmpty();
    await expect(panel.locator('#recovery-kept')).toHaveText('There were no figures to keep.');
    await expect(panel.getByRole('button', { name: 'Start empty' })).toBeHidden();
    if (fault.startsWith('WebAssembly')) return;
    await page.unrouteAll();
    await panel.getByRole('button', { name: 'Restart' }).click();
    await started(page);
    await expect(panel).toBeHidden();
  });
}
