import type { Phone } from './phone';

/** As it is, and in the dark. */
export async function picture(phone: Phone, name: string): Promise<void> {
  await phone.screenshot(name);
  await phone.set({ dark: true });
  await phone.screenshot(`${name}-dark`);
  await phone.set({ dark: false });
}
