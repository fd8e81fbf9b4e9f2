import { open, useMiniPreview } from '../support/mini-preview';
import type { Phone } from '../support/phone';

useMiniPreview();

describe('a step of a story that times out', () => {
  let phone: Phone;
  beforeEach(async () => {
    phone = await open();
    phone.page.setDefaultTimeout(300);
  });

  it.each<[step: string, failure: string, run: (missing: string) => Promise<unknown>]>([
    ['tap', '"#missing" cannot be reached', (missing) => phone.tap(missing)],
    ['hold', '"#missing" cannot be reached', (missing) => phone.hold(missing, async () => {})],
    ['swipe', '"#missing" cannot be reached', (missing) => phone.swipe(missing, 10)],
    ['type', 'Nothing can be typed into "#missing"', (missing) => phone.type(missing, 'x')],
    ['read', '"#missing" cannot be read', (missing) => phone.read(missing)],
    ['see', '"#missing" did not appear', (missing) => phone.see(missing)],
  ])('%s: says what was on the screen, and the errors of the page', async (_step, failure, run) => {
    phone.errors.push('a script failed');
    const message = await run('#missing').catch((error: Error) => error.message);
    expect(message).toContain(failure);
    expect(message).toContain('Timeout 300ms exceeded');
    expect(message).toMatch(/On the screen:\n.*\S/);
    expect(message).toContain(await phone.text());
    expect(message).toContain('Problems and page errors:\na script failed');
  });
});
