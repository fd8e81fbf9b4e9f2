import { errorText } from '../locales/error-text';
import type { Words } from '../locales/words';
import { newKey } from '../utils/new-key';
import { type ErrorFacts, type Failure, isMendable, isUnanswered } from './client-error';

/** What became of what was sent from a sheet with a text. */
export interface SheetSending {
  /** What it is about, as its sheet names it. */
  readonly subject: string;
  readonly state: 'none' | 'sending' | 'sent' | 'failed';
  /** Why it is still to be sent, said in the sheet. */
  readonly failure: Failure | null;
  /** The same for every attempt, so that two that arrive are one. */
  readonly key: string;
  /** An attempt got no answer, so that it may have arrived. */
  readonly mayHaveArrived: boolean;
}

export const nothingSent: SheetSending = {
  ...{ subject: '', state: 'none', failure: null, key: '', mayHaveArrived: false },
};

/** Another attempt, or the first one. */
export const attemptOf = (subject: string, before: SheetSending | undefined): SheetSending => ({
  ...(before ?? { ...nothingSent, subject, key: newKey() }),
  ...{ state: 'sending', failure: null },
});

export const sentOf = (subject: string): SheetSending => ({ ...nothingSent, subject, state: 'sent' });

/** A failure that another try or other words can mend stays in the sheet. */
export const failedOf = (attempt: SheetSending, failure: Failure): SheetSending => ({
  ...{ ...attempt, state: 'failed', failure: isMendable(failure) ? failure : null },
  mayHaveArrived: attempt.mayHaveArrived || isUnanswered(failure),
});

/** Rules of refusals that say that something is so already. */
const OVERTAKEN_RULES: readonly ErrorFacts[string][] = ['key-reused', 'open', 'answered', 'state'];
const OVERTAKEN: readonly Failure['code'][] = [
  'VERSION_CONFLICT',
  'REQUEST_CHANGED',
  'REQUEST_KEY_REUSED',
  'PROPOSAL_DECIDED',
];

/**
 * What the page says of a refusal that closed its sheet: where an attempt before got no answer, it may have been this person's own
 * text that was in the way, and not somebody else's.
 */
export function refusalOf({ mayHaveArrived }: SheetSending, failure: Failure): Failure {
  const isOvertaken = OVERTAKEN.includes(failure.code) || OVERTAKEN_RULES.includes(failure.data.rule ?? '');
  if (!mayHaveArrived || !isOvertaken) return failure;
  return { ...failure, code: 'MAYBE_SENT', data: {} };
}

/** What a sheet shows of what is sent from it. */
export const sheetState = ({ subject, state, failure }: SheetSending, words: Words) => ({
  subject,
  isBusy: state === 'sending',
  isSent: state === 'sent',
  error: failure ? failureText(failure, words) : '',
});

/** What was typed is there, and sending it again makes no second one. */
function failureText(failure: Failure, words: Words): string {
  if (isUnanswered(failure)) return words.t('sheet.unanswered');
  return failure.code === 'OFFLINE' ? words.t('sheet.offline') : errorText(failure, words);
}
