import type { Language } from '#contracts/common';
import { openApi } from '../../shared/platform/cloud';

export interface SubscribeMessage {
  readonly openid: string;
  readonly templateId: string;
  readonly page: string;
  /** The recipient's language, for WeChat's own texts around the message. */
  readonly language: Language;
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * `no-consent`: the person has no consent left. `refused`: WeChat rejected the message. `blocked`: the platform
 * does not let the function call WeChat. `unknown`: the message may have been sent.
 */
export type SendOutcome = 'sent' | 'no-consent' | 'refused' | 'blocked' | 'unknown';

/** "user refuse to accept the msg" */
const NO_CONSENT = 43_101;
/** "API not found", "function has no permission to call this API", "illegal source of invocation". */
const BLOCKED: ReadonlySet<unknown> = new Set([-604_100, -604_101, -604_104]);

const LANGUAGES = { 'zh-CN': 'zh_CN', en: 'en_US' } as const;
const VERSIONS = ['formal', 'trial', 'developer'] as const;

/**
 * The Mini Program version that a message opens: environment variable MINI_PROGRAM_STATE, by default the
 * released one.
 */
const versionOf = (env: NodeJS.ProcessEnv): (typeof VERSIONS)[number] =>
  VERSIONS.find((version) => version === env.MINI_PROGRAM_STATE) ?? 'formal';

/** Sends one subscribe message; uses one consent of the person if WeChat accepts it. */
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

/**
 * WeChat's own errors are positive; negative codes mean that the request or the response was lost on the way.
 */
function outcomeOf(code: unknown): SendOutcome {
  if (code === NO_CONSENT) return 'no-consent';
  if (BLOCKED.has(code)) return 'blocked';
  return typeof code === 'number' && code > 0 ? 'refused' : 'unknown';
}
