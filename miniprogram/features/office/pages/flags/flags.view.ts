import type { AttendanceFlag, FlagState } from '#contracts/attendance-flag';
import type { Minutes, Month } from '#contracts/common';
import { CHINA_UTC_OFFSET } from '../../../../common/units';
import { errorText } from '../../../../locales/error-text';
import { nameOfPerson, personName } from '../../../../locales/request-text';
import { wayBack } from '../../../../locales/way-back';
import type { Words } from '../../../../locales/words';
import type { Failure } from '../../../../services/client-error';
import { dayText, instantText, monthText } from '../../../../utils/dates';
import { evidenceText } from '../../evidence-text';

export type Verdict = Exclude<FlagState, 'open'>;

export interface FlagsModel {
  /** Only the flags of this month; null for all. */
  readonly month: Month | null;
  readonly segment: FlagState;
  /** Null until the first page of the segment has come. */
  readonly items: readonly AttendanceFlag[] | null;
  readonly next: string | null;
  readonly failure: Failure | null;
  readonly online: boolean;
  readonly more: 'idle' | 'loading' | 'failed';
  /** The decision that was begun last; its note is kept until it is saved. */
  readonly deciding: { readonly id: string; readonly verdict: Verdict } | null;
  /** Whether it is being written now. */
  readonly asking: boolean;
  readonly note: string;
  readonly saving: boolean;
  /** Why the last decision was not saved, shown where it was made. */
  readonly problem: string;
  /** Version conflicts in words, by the id of the flag. */
  readonly conflicts: Readonly<Record<string, string>>;
  readonly utcOffset: Minutes;
}

export const noFlags: FlagsModel = {
  month: null,
  segment: 'open',
  items: null,
  next: null,
  failure: null,
  online: true,
  more: 'idle',
  deciding: null,
  asking: false,
  note: '',
  saving: false,
  problem: '',
  conflicts: {},
  utcOffset: CHINA_UTC_OFFSET,
};

const SEGMENTS: readonly FlagState[] = ['open', 'fine', 'follow-up'];
const VERDICTS: readonly Verdict[] = ['fine', 'follow-up'];
const TONES = { open: 'warn', fine: 'ok', 'follow-up': 'bad' } as const;

/** Who decided what, and when; empty while nobody has. */
function decisionOf(flag: AttendanceFlag, utcOffset: Minutes, words: Words): string {
  if (flag.state === 'open') return '';
  return words.t('flags.decided', {
    name: nameOfPerson(flag.decidedByName, flag.decidedByNameEn, words),
    time: instantText(flag.decidedAt ?? 0, utcOffset, words),
    verdict: words.t(`flags.verdicts.${flag.state}`),
  });
}

/** The decision of somebody else that caused a version conflict. */
export const conflictText = (now: AttendanceFlag | null, words: Words): string =>
  now && now.state !== 'open'
    ? words.t('flags.conflict', {
        name: nameOfPerson(now.decidedByName, now.decidedByNameEn, words),
        verdict: words.t(`flags.verdicts.${now.state}`),
      })
    : words.t('flags.conflictGone');

function cardOf(flag: AttendanceFlag, { utcOffset, conflicts }: FlagsModel, words: Words) {
  const { id, version, source } = flag.rule;
  return {
    id: flag.id,
    who: personName(flag.employee, words),
    day: dayText(flag.day, words),
    kind: words.t(`flagKinds.${flag.flag}`),
    state: words.t(`flagStates.${flag.state}`),
    tone: TONES[flag.state],
    evidence: evidenceText(flag, utcOffset, words),
    rule: words.t('flags.rule', { source: words.pick(source), id, version }),
    decision: decisionOf(flag, utcOffset, words),
    note: flag.note,
    conflict: conflicts[flag.id] ?? '',
    buttons: VERDICTS.filter((verdict) => verdict !== flag.state).map((verdict) => ({
      verdict,
      text: words.t(`flags.verdicts.${verdict}`),
      // The most common decision is the primary button.
      type: verdict === 'fine' ? 'primary' : 'default',
    })),
  };
}

function modeOf({ items, failure }: FlagsModel) {
  if (items) return items.length > 0 ? ('ready' as const) : ('empty' as const);
  return failure ? ('error' as const) : ('loading' as const);
}

function noticeOf({ items, online, failure }: FlagsModel, words: Words): string {
  if (!items) return '';
  if (!online) return words.t('offline.reading');
  return failure ? errorText(failure, words) : '';
}

function sheetOf({ deciding, asking, items, note, saving, problem }: FlagsModel, words: Words) {
  const flag = items?.find(({ id }) => id === deciding?.id);
  return {
    show: asking,
    title: deciding ? words.t(`flags.titles.${deciding.verdict}`) : '',
    about: flag
      ? [personName(flag.employee, words), dayText(flag.day, words), words.t(`flagKinds.${flag.flag}`)].join(
          words.t('common.separator'),
        )
      : '',
    note,
    saving,
    problem,
  };
}

/** The review list of flagged punches. */
export function flagsView(model: FlagsModel, words: Words) {
  const { segment, items } = model;
  return {
    mode: modeOf(model),
    month: model.month ? monthText(model.month, words) : '',
    segments: SEGMENTS.map((id) => ({ id, text: words.t(`flagStates.${id}`), on: id === segment })),
    back: wayBack(model.failure, words),
    error: model.failure && !items ? errorText(model.failure, words) : '',
    notice: noticeOf(model, words),
    cards: (items ?? []).map((flag) => cardOf(flag, model, words)),
    more: model.more === 'idle' ? ('none' as const) : model.more,
    sheet: sheetOf(model, words),
    text: {
      loadFailed: words.t('flags.loadFailed'),
      moreFailed: words.t('flags.moreFailed'),
      loadingMore: words.t('flags.loadingMore'),
      emptyTitle: words.t(`flags.empty.${segment}`),
      emptyText: words.t(`flags.emptyText.${segment}`),
      placeholder: words.t('flags.placeholder'),
      save: words.t('flags.save'),
      cancel: words.t('common.cancel'),
      retry: words.t('common.retry'),
    },
  };
}
