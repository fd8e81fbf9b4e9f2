import type { Phone } from './phone';

const UNANSWERED = '没有收到答复，填的内容都在。再点提交，不会重复';

/**
 * Sends the open form once its figures are there, and allows the message that WeChat asks about in the same tap; sends
 * it again where a busy machine did not answer in time.
 */
export async function sendForm(phone: Phone): Promise<void> {
  await phone.frame.waitForSelector('#submit .van-button--disabled', { state: 'detached' });
  await phone.tap('#submit', '允许');
  await phone.find('已提交').or(phone.find(UNANSWERED)).first().waitFor();
  if (await phone.find(UNANSWERED).isVisible()) await phone.tap('#submit');
  await phone.see('已提交');
}
