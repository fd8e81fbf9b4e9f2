import type { ReviewsContract } from '#contracts/reviews';
import { errorText } from '../../../../locales/error-text';
import type { Words } from '../../../../locales/words';
import type { Failure } from '../../../../services/client-error';
import { dayText } from '../../../../utils/dates';

export interface CustomersModel {
  readonly cycleId: string;
  readonly employeeId: string;
  readonly data: ReviewsContract['customers']['output'] | null;
  readonly note: string;
  /** The card that was made last, with its code: the page has it once, and it is gone with the page. */
  readonly made: ReviewsContract['inviteCustomer']['output'] | null;
  /** Of the invitation being made, so that a repeated tap makes one. */
  readonly key: string;
  readonly busy: boolean;
  readonly failure: Failure | null;
}

/** Cards of customers. The person is not told whether one was used, the manager and HR as far as nobody can be told from it. */
export function customersView({ data, note, made, busy, failure }: CustomersModel, words: Words) {
  const open = data?.isOpen ?? false;
  const isFull = (data?.given ?? 0) >= (data?.most ?? 0);
  const mayInvite = data !== null && data.role !== 'manager';
  return {
    mode: data ? 'ready' : failure ? 'error' : 'loading',
    error: failure ? errorText(failure, words) : '',
    intro: data ? words.t('reviewCustomers.intro', { day: dayText(data.until, words) }) : '',
    canInvite: mayInvite && open && !isFull,
    closed: open || !mayInvite ? '' : words.t('reviewCustomers.closed'),
    made: made && {
      code: made.code,
      title: words.t('reviewCustomers.made', { note: made.note }),
      text: words.t('reviewCustomers.madeText'),
    },
    note,
    ready: note.trim() !== '' && !busy,
    busy,
    count:
      data && data.given > 0
        ? words.t('reviewCustomers.count', { count: data.given, most: data.most })
        : words.t('reviewCustomers.empty'),
    answered: data && data.role !== 'self' ? answeredText(data, words) : '',
    rows: [...(data?.invitations ?? [])].reverse(),
    text: {
      loadFailed: words.t('reviewCustomers.loadFailed'),
      retry: words.t('common.retry'),
      note: words.t('reviewCustomers.note'),
      noteHint: words.t('reviewCustomers.noteHint'),
      invite: words.t('reviewCustomers.invite'),
      share: words.t('reviewCustomers.share'),
    },
  };
}

const answeredText = ({ answered }: NonNullable<CustomersModel['data']>, words: Words): string =>
  answered === null
    ? words.t('reviewCustomers.tooFew')
    : words.t('reviewCustomers.answered', { least: answered });
