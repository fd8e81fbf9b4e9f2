import { openApi } from '../../shared/data/cloud';

export interface SubscribeMessage {
  readonly openid: string;
  readonly templateId: string;
  readonly page: string;
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * `no-consent`: the person has none left. `refused`: WeChat did not take the message. `unknown`: it may be on its
 * way.
 */
export type SendOutcome = 'sent' | 'no-consent' | 'refused' | 'unknown';

/** "user refuse to accept the msg" */
const NO_CONSENT = 43_101;

/** Sends one subscribe message: uses one consent of the person if WeChat takes it. */
export async function sendSubscribeMessage(message: SubscribeMessage): Promise<SendOutcome> {
  const { openid, templateId, page, fields } = message;
  const data = Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, { value }]));
  try {
    await openApi().subscribeMessage.send({ touser: openid, templateId, page, data });
    return 'sent';
  } catch (error) {
    const outcome = outcomeOf(Object(error).errCode);
    if (outcome !== 'no-consent') console.error('A subscribe message was not sent:', outcome, error);
    return outcome;
  }
}

/** WeChat's own refusals are positive numbers; negative ones say that the way to it, or back, failed. */
function outcomeOf(code: unknown): SendOutcome {
  if (code === NO_CONSENT) return 'no-consent';
  return typeof code === 'number' && code > 0 ? 'refused' : 'unknown';
}
