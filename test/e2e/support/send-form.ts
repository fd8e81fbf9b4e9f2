import type { Phone } from './phone';

/** Sends the open form once its figures are there, and allows the message that WeChat asks about in the same tap. */
export async function sendForm(phone: Phone): Promise<void> {
  await phone.frame.waitForSelector('#submit .van-button--disabled', { state: 'detached' });
  await phone.tap('#submit', '允许');
  await phone.see('已提交');
}
