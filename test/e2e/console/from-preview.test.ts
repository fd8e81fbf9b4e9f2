import { useCompany } from '../support/company';

const company = useCompany();

test('the panel beside the phone leads to the console of the same cloud', async () => {
  const phone = await company.phone({ withPanel: true, width: 1280, height: 900, touch: false });
  const link = phone.page.locator('.panel').getByRole('link', { name: '云控制台' });
  const [tab] = await Promise.all([phone.page.waitForEvent('popup'), link.click()]);
  await tab.getByRole('link', { name: /^employees/ }).click();
  await tab.getByText('共 60 条').waitFor();
  await tab.getByText('E0001').first().waitFor();
});

test('another page cannot ask the preview for the address of the console', async () => {
  const phone = await company.phone({});
  const url = new URL('/preview/console', phone.page.url());
  expect((await fetch(url)).status).toBe(404);
  expect((await fetch(url, { method: 'POST' })).status).toBe(403);
  const headers = { 'x-demo-client': 'preview', origin: 'http://evil.example' };
  expect((await fetch(url, { method: 'POST', headers })).status).toBe(403);
});
