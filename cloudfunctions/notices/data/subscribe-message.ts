import type { Language } from '#contracts/common';
import { openApi } from '../../shared/platform/cloud';

export interface SubscribeMessage {
  readonly openid: string;
  readonly templateId: string;
  readonly page: string;
  /** Of the receiver: WeChat's own words around the message. */
  readonly language: Language;
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * `no-consent`: the person has none left. `refused`: WeChat did not take the message. `blocked`: the cloud let the
 * function ask nothing of WeChat. `unknown`: it may be on its way.
 */
export type SendOutcome = 'sent' | 'no-consent' | 'refused' | 'blocked' | 'unknown';

/** "user refuse to accept the msg" */
const NO_CONSENT = 43_101;
/** "API not found", "function has no permission to call this API", "illegal source of invocation". */
const BLOCKED: ReadonlySet<unknown> = new Set([-604_100, -604_101, -604_104]);

const LANGUAGES = { 'zh-CN': 'zh_CN', en: 'en_US' } as const;
const VERSIONS = ['formal', 'trial', 'developer'] as const;

/** Which version of the Mini Program a message opens: the environment variable MINI_PROGRAM_STATE, else the released one. */
const versionOf = (env: NodeJS.ProcessEnv): (typeof VERSIONS)[number] =>
  VERSIONS.find((version) => version === env.MINI_PROGRAM_STATE) ?? 'formal';

/** Sends one subscribe message: uses one consent of the person if WeChat takes it. */
export async function sendSubscribeMessage(message: SubscribeMessage): Promise<SendOutcome> {
  const { openid, templateId, page, language, fields } = message;
  const data = Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, { value }]));
  try {
    await openApi().subscribeMessage.send({
      touser: openid,
      templateId,
      page,
      data,
      miniprogramState: versionOf(process.env),
      lang: LANGUAGES[language],
    });
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
  if (BLOCKED.has(code)) return 'blocked';
  return typeof code === 'number' && code > 0 ? 'refused' : 'unknown';
}
