import type { OfferedTemplates, TemplateUse } from '#contracts/message';
import { newKey } from '../utils/new-key';
import { failureOf, isTransient } from './client-error';
import { cloud } from './cloud';
import { type Consent, readStored, removeStored, writeIfRoom } from './store';

/**
 * `nothing`: this environment has no template, or the phone none of these. `failed`: WeChat did not ask, or dropped
 * the templates; the person has said nothing.
 */
export type ConsentResult = 'allowed' | 'refused' | 'nothing' | 'failed';

/** The main switch for messages of this Mini Program is off in WeChat's settings. */
const SWITCHED_OFF = 20004;

/** More than anybody allows without ever being online. */
const MAX_UNCOUNTED = 20;

let templates: OfferedTemplates = {};
let isLoaded = false;

/**
 * What can be asked for; known before a tap, because WeChat's sheet opens inside a tap only. The server answers, so
 * that what is still uncounted can be counted.
 */
export async function learnTemplates(offered: OfferedTemplates): Promise<void> {
  setTemplates(offered);
  await sendConsents();
}

function setTemplates(known: OfferedTemplates): void {
  templates = known;
  isLoaded = true;
}

/**
 * Learns the templates where no page of the inbox has told them: for a page with a tap that asks, which waits for
 * it before the tap is possible. `told`: what another answer has said, which may not know. What is uncounted is counted
 * meanwhile.
 * @public
 */
export async function prepareToAsk(told: OfferedTemplates): Promise<void> {
  if (Object.keys(told).length > 0) setTemplates(told);
  if (!isLoaded) {
    const answer = await cloud.notices.templates({}).catch(failureOf);
    if (!('now' in answer)) return;
    setTemplates(answer.data.templates);
  }
  void sendConsents();
}

/** Learns the templates from the answer of a page that works without them; one that names none may not know. */
export function noteTemplates(told: OfferedTemplates): void {
  if (Object.keys(told).length > 0) setTemplates(told);
}

/** Whether there is anything to ask for. */
export const canAsk = (uses: readonly TemplateUse[]): boolean => uses.some((use) => templates[use]);

/**
 * Opens WeChat's sheet: one consent is one message. To be called in the handler of a tap before anything is awaited,
 * because WeChat refuses it elsewhere. A refusal is an answer as well; nothing that the person does depends on it.
 */
export async function askForMessages(uses: readonly TemplateUse[]): Promise<ConsentResult> {
  const offered = uses.flatMap((use) => {
    const id = templates[use];
    return id === undefined ? [] : [{ use, id }];
  });
  if (offered.length === 0 || !wx.requestSubscribeMessage) return 'nothing';
  const sheet = await openSheet(offered.map(({ id }) => id));
  if (sheet.state !== 'answered') return sheet.state;
  const accepted = offered.filter(({ id }) => sheet.answers[id] === 'accept').map(({ use }) => use);
  if (accepted.length === 0)
    return offered.some(({ id }) => isRefusal(sheet.answers[id])) ? 'refused' : 'failed';
  writeIfRoom(
    'consents',
    [...(readStored('consents') ?? []), { key: newKey(), accepted }].slice(-MAX_UNCOUNTED),
  );
  void sendConsents();
  return 'allowed';
}

/** `filter` is no answer of the person: WeChat drops one of two templates with the same title. */
const isRefusal = (answer: string | undefined): boolean => answer === 'reject' || answer === 'ban';

type Sheet =
  | { readonly state: 'answered'; readonly answers: Readonly<Record<string, string>> }
  | { readonly state: 'refused' | 'failed' };

/** What the person chose, by template. Whoever switched all messages off has refused; any other failure is a fault. */
function openSheet(tmplIds: string[]): Promise<Sheet> {
  return new Promise((resolve) => {
    wx.requestSubscribeMessage({
      tmplIds,
      success: (answer) =>
        resolve({ state: 'answered', answers: answer as unknown as Readonly<Record<string, string>> }),
      fail: ({ errMsg, errCode }) => {
        if (errCode === SWITCHED_OFF) return resolve({ state: 'refused' });
        console.error(errMsg, errCode);
        resolve({ state: 'failed' });
      },
    });
  });
}

/** Tells the server of every consent; the keys let it count each once. What cannot be told now stays on the phone. */
async function sendConsents(): Promise<void> {
  for (const consent of readStored('consents') ?? []) {
    const answer = await cloud.notices.countConsent(consent).catch(failureOf);
    if ('code' in answer && isTransient(answer)) return;
    removeConsent(consent);
  }
}

function removeConsent({ key }: Consent): void {
  const rest = (readStored('consents') ?? []).filter((consent) => consent.key !== key);
  if (rest.length > 0) writeIfRoom('consents', rest);
  else removeStored('consents');
}
