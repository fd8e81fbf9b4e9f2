import type { NoticesContract, TemplateUse } from '../../typings/contracts/notices';
import { newKey } from '../utils/new-key';
import { failureOf, isPassing } from './client-error';
import { cloud } from './cloud';
import { type Consent, forget, keepIfRoom, kept } from './store';

type Templates = NoticesContract['templates']['output']['templates'];

/** `nothing`: this environment has no template, or the phone none of these. */
export type Asked = 'allowed' | 'refused' | 'nothing';

/** More than anybody allows without ever being online. */
const MOST_KEPT = 20;

let templates: Templates = {};
let isLearnt = false;

/**
 * What can be asked for; known before a tap, because WeChat's sheet opens inside a tap only. The server answers, so
 * that what is still uncounted can be counted.
 */
export async function learnTemplates(known: Templates): Promise<void> {
  keep(known);
  await countKept();
}

function keep(known: Templates): void {
  templates = known;
  isLearnt = true;
}

/**
 * Learns the templates where no page of the inbox has told them: for a page with a tap that asks, which waits for
 * it before the tap is possible. `told`: what another answer has said, which may not know. What is uncounted is counted
 * meanwhile.
 * @public
 */
export async function prepareToAsk(told: Templates): Promise<void> {
  if (Object.keys(told).length > 0) keep(told);
  if (!isLearnt) {
    const answer = await cloud.notices.templates({}).catch(failureOf);
    if (!('now' in answer)) return;
    keep(answer.data.templates);
  }
  void countKept();
}

/** Whether there is anything to ask for. */
export const canAsk = (uses: readonly TemplateUse[]): boolean => uses.some((use) => templates[use]);

/**
 * Opens WeChat's sheet: one consent is one message. To be called directly in the handler of a tap. A refusal is
 * an answer as well; nothing that the person does depends on it.
 */
export async function askForMessages(uses: readonly TemplateUse[]): Promise<Asked> {
  const offered = uses.flatMap((use) => {
    const id = templates[use];
    return id === undefined ? [] : [{ use, id }];
  });
  if (offered.length === 0 || !wx.requestSubscribeMessage) return 'nothing';
  const answers = await sheet(offered.map(({ id }) => id));
  const accepted = offered.filter(({ id }) => answers[id] === 'accept').map(({ use }) => use);
  if (accepted.length === 0) return 'refused';
  keepIfRoom('consents', [...(kept('consents') ?? []), { key: newKey(), accepted }].slice(-MOST_KEPT));
  void countKept();
  return 'allowed';
}

/** What the person chose, by template. A sheet that cannot open, as when messages are switched off, is a no. */
function sheet(tmplIds: string[]): Promise<Readonly<Record<string, string>>> {
  return new Promise((resolve) => {
    wx.requestSubscribeMessage({
      tmplIds,
      success: (answer) => resolve(answer as unknown as Readonly<Record<string, string>>),
      fail: () => resolve({}),
    });
  });
}

/** Tells the server of every consent; the keys let it count each once. What cannot be told now stays on the phone. */
async function countKept(): Promise<void> {
  for (const consent of kept('consents') ?? []) {
    const answer = await cloud.notices.countConsent(consent).catch(failureOf);
    if ('code' in answer && isPassing(answer)) return;
    drop(consent);
  }
}

function drop({ key }: Consent): void {
  const rest = (kept('consents') ?? []).filter((consent) => consent.key !== key);
  if (rest.length > 0) keepIfRoom('consents', rest);
  else forget('consents');
}
