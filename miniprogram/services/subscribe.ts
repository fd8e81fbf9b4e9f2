import type { OfferedTemplates, TemplateUse } from '#contracts/message';
import { newKey } from '../utils/new-key';
import { failureOf, isTransient } from './client-error';
import { cloud } from './cloud';
import { type Consent, readStored, removeStored, writeIfRoom } from './store';

/**
 * `nothing`: none of the templates is available. `failed`: WeChat did not show the sheet or filtered the templates, so
 * there is no answer of the person.
 */
export type ConsentResult = 'allowed' | 'refused' | 'nothing' | 'failed';

/** Error code: messages of this Mini Program are switched off in WeChat's settings. */
const SWITCHED_OFF = 20004;

/** Limit of consents stored while offline. */
const MAX_UNCOUNTED = 20;

let templates: OfferedTemplates = {};
let isLoaded = false;

/**
 * Sets the available templates before a tap, because WeChat's sheet opens only during a tap. The server is reachable, so
 * stored consents are sent as well.
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
 * Loads the templates if no other response has provided them. Pages call it before they enable a tap that asks for
 * consent. `told`: templates of another response; may be empty. Also sends stored consents.
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

/** Sets the templates from a response; empty ones are ignored. */
export function noteTemplates(told: OfferedTemplates): void {
  if (Object.keys(told).length > 0) setTemplates(told);
}

/** Whether any of the templates is available. */
export const canAsk = (uses: readonly TemplateUse[]): boolean => uses.some((use) => templates[use]);

/**
 * Opens WeChat's sheet; one consent allows one message. Must be called in a tap handler before any `await`, because
 * WeChat refuses it elsewhere. No feature depends on the result.
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

/** `filter` is not the person's answer: WeChat drops one of two templates with the same title. */
const isRefusal = (answer: string | undefined): boolean => answer === 'reject' || answer === 'ban';

type Sheet =
  | { readonly state: 'answered'; readonly answers: Readonly<Record<string, string>> }
  | { readonly state: 'refused' | 'failed' };

/** The person's answer by template. Messages switched off counts as a refusal; other failures are logged. */
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

/** Sends stored consents; their keys make that idempotent. Consents that cannot be sent stay stored. */
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
