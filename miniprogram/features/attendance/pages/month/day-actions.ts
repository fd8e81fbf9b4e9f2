import type { Instant, Minutes } from '#contracts/common';
import type { Mark } from '#contracts/day-status';
import type { MonthDay } from '#contracts/month';
import type { Slot } from '#contracts/punch';
import type { Words } from '../../../../locales/words';
import { timeOf } from '../../../../utils/dates';

/** What a person can do about a day. */
export interface DayAction {
  readonly id: string;
  readonly text: string;
  /** The first thing to do; looking at what waits is none. */
  readonly primary: boolean;
  /** Of a correction: the punch, and `HH:mm` where it is not the time of the shift. */
  readonly slot: Slot | '';
  readonly time: string;
  /** The request to look at; empty for something new. */
  readonly requestId: string;
}

const SLOTS: readonly Slot[] = ['in', 'out'];

type Missing = Extract<Mark, { kind: 'missing' }>;
type Unconfirmed = Extract<Mark, { kind: 'unconfirmed' }>;

const isMissing = (mark: Mark): mark is Missing => mark.kind === 'missing';
const isUnconfirmed = (mark: Mark): mark is Unconfirmed => mark.kind === 'unconfirmed';

/** Corrections of missing and unconfirmed punches, leave for a day without any, or the requests that wait. */
export function dayActions(day: MonthDay, utcOffset: Minutes, words: Words): readonly DayAction[] {
  const waiting = waitingActions(day, words);
  const asked = new Set(day.reasons.flatMap(({ code, data }) => (WAITS.has(code) ? [data.slot] : [])));
  const open = openPunches(day).filter(({ slot }) => !asked.has(slot));
  const isAbsent = day.punches.length === 0 && day.marks.some(({ kind }) => kind === 'absent');
  const isAway = day.marks.some(
    (mark) => mark.kind === 'requested' && (mark.of === 'leave' || mark.of === 'trip'),
  );
  if (isAbsent && isAway) return waiting;
  const leave = isAbsent
    ? [
        {
          id: 'leave',
          text: words.t('today.shortcut.leave'),
          primary: false,
          slot: '',
          time: '',
          requestId: '',
        } as const,
      ]
    : [];
  return [
    ...open.map(({ slot, at, confirms }, index): DayAction => {
      const key = confirms ? 'month.confirm' : 'month.correctSlot';
      return {
        id: `correct-${slot}`,
        text: words.t(key, { slot: words.t(`slotInline.${slot}`) }),
        primary: index === 0,
        slot,
        time: at === null ? '' : timeOf(at, utcOffset),
        requestId: '',
      };
    }),
    ...leave,
    ...waiting,
  ];
}

const WAITS: ReadonlySet<string> = new Set(['REQUESTED_CORRECTION', 'FIELD_WAITING']);

interface OpenPunch {
  readonly slot: Slot;
  readonly at: Instant | null;
  readonly confirms: boolean;
}

function openPunches(day: MonthDay): readonly OpenPunch[] {
  const { marks, punches } = day;
  const isAbsent = punches.length === 0 && marks.some(({ kind }) => kind === 'absent');
  const missing: readonly Pick<Missing, 'slot' | 'segment'>[] = isAbsent
    ? SLOTS.map((slot) => ({ slot }))
    : marks.filter(isMissing);
  return [
    ...missing.map(({ slot, segment }) => ({ slot, at: segmentTime(day, slot, segment), confirms: false })),
    ...marks.filter(isUnconfirmed).map(({ slot, tappedAt }) => ({ slot, at: tappedAt, confirms: true })),
  ];
}

/** When a part of the shift begins or ends; null for the shift itself. */
function segmentTime({ shift }: MonthDay, slot: Slot, segment: number | undefined): Instant | null {
  const part = segment === undefined ? undefined : shift?.segments?.[segment - 1];
  return (slot === 'in' ? part?.startAt : part?.endAt) ?? null;
}

/** One for each request of the day that is not decided. */
function waitingActions({ marks }: MonthDay, words: Words): readonly DayAction[] {
  return marks.flatMap((mark): DayAction[] =>
    mark.kind === 'requested' && mark.requestId
      ? [
          {
            id: `view-${mark.requestId}`,
            text: words.t('month.waits', { name: words.pick(mark.name) }),
            primary: false,
            slot: '',
            time: '',
            requestId: mark.requestId,
          },
        ]
      : [],
  );
}
