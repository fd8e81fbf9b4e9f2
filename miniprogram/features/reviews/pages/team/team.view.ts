import type { AppraisalCycleBrief } from '#contracts/appraisal-cycle';
import type { Day } from '#contracts/common';
import type { CustomerCards, ReviewedRow } from '#contracts/reviews';
import { errorText } from '../../../../locales/error-text';
import { personName } from '../../../../locales/request-text';
import type { Words } from '../../../../locales/words';
import type { Failure } from '../../../../services/client-error';
import { dayText } from '../../../../utils/dates';

export interface TeamModel {
  readonly cycleId: string;
  /** HR sees everybody, page by page. */
  readonly all: boolean;
  readonly cycle: AppraisalCycleBrief | null;
  readonly rows: readonly ReviewedRow[];
  readonly next: string | null;
  /** Whose missing reviews are let in until when, while the reason is written. */
  readonly reopening: { readonly id: string; readonly until: Day } | null;
  readonly busy: boolean;
  readonly failure: Failure | null;
}

/** How far the answers about people are; counts only. Who waits for a decision comes first. */
export function teamView({ cycle, rows, next, all, reopening, failure }: TeamModel, words: Words) {
  const mode = cycle ? (rows.length > 0 ? 'ready' : 'empty') : failure ? 'error' : 'loading';
  return {
    mode,
    error: failure ? errorText(failure, words) : '',
    title: cycle ? words.pick(cycle.title) : '',
    rows: (all ? rows : [...rows].sort((a, b) => rank(a) - rank(b))).map((row) => rowView(row, words)),
    /** HR hands out cards for others. */
    opensCards: all,
    hasMore: next !== null,
    sheet: {
      show: reopening !== null,
      subject: reopening?.id ?? '',
      title: reopening ? words.t('reviewTeam.reopenAsk', { day: dayText(reopening.until, words) }) : '',
    },
    text: {
      loadFailed: words.t('reviewTeam.loadFailed'),
      retry: words.t('common.retry'),
      empty: words.t('reviewTeam.empty'),
      emptyText: words.t('reviewTeam.emptyText'),
      reopen: words.t('reviewTeam.reopen'),
      more: words.t('reviewTeam.more'),
      reason: words.t('reviewTeam.needReason'),
      ok: words.t('reviewTeam.reopenOk'),
      cancel: words.t('common.cancel'),
    },
  };
}

/** Somebody may still do something about the colleagues of a person: nobody can once answers are over. */
const isWaiting = ({ peers, progress }: ReviewedRow): boolean =>
  progress !== null && (peers?.state === 'chosen' || peers?.isTooFew === true);

const rank = (row: ReviewedRow): number => (isWaiting(row) ? 0 : 1);

function rowView(row: ReviewedRow, words: Words) {
  const { person, peers, progress, customers, reopened, extensionTo } = row;
  return {
    id: person.id,
    canReopen: extensionTo !== null,
    name: personName(person, words),
    peers: peers ? peersText(peers, progress === null, words) : '',
    isWaiting: isWaiting(row),
    progress: progress ? words.t('reviewTeam.progress', { ...progress }) : words.t('reviewTeam.closed'),
    customers: customers ? cardsText(customers, words) : '',
    reopened: reopened > 0 ? words.t('reviewTeam.reopened', { count: reopened }) : '',
  };
}

const cardsText = ({ given, answered }: CustomerCards, words: Words): string =>
  answered === null
    ? words.t('reviewTeam.cards', { count: given })
    : words.t('reviewTeam.cardsAnswered', { given, answered });

function peersText(
  { state, count, isTooFew }: NonNullable<ReviewedRow['peers']>,
  isOver: boolean,
  words: Words,
): string {
  if (isOver) return words.t('reviewTeam.settled', { count });
  if (isTooFew) return words.t('reviewTeam.few', { count });
  if (state === 'open') return words.t('reviewTeam.open');
  return words.t(state === 'chosen' ? 'reviewTeam.waiting' : 'reviewTeam.settled', { count });
}
