import type { AttendanceFlag, FlagEvidence } from '#contracts/attendance-flag';
import type { Minutes } from '#contracts/common';
import type { MonthDay } from '#contracts/month';
import { nameOfPerson } from '../../../../locales/request-text';
import type { Words } from '../../../../locales/words';
import { lengthText, timeOf } from '../../../../utils/dates';

/** The person's own flags of the month, loaded when a flagged day is opened. */
export type OwnFlags =
  | { readonly state: 'unasked' | 'loading' | 'failed' }
  | { readonly state: 'known'; readonly items: readonly AttendanceFlag[] };

interface FlagLine {
  readonly key: string;
  readonly why: string;
  readonly decision: string;
}

export interface OwnFlagsView {
  readonly show: boolean;
  readonly title: string;
  /** Who decides; also the state of loading the reasons. */
  readonly note: string;
  readonly retry: boolean;
  readonly lines: readonly FlagLine[];
}

export const noFlags: OwnFlagsView = { show: false, title: '', note: '', retry: false, lines: [] };

const ABOUT_PLACES: ReadonlySet<string> = new Set([
  'impossible-travel',
  'same-coordinates',
  'accuracy-implausible',
]);

/** Whether a punch of the day was marked for a person to look at. */
export const isFlagged = ({ punches }: MonthDay): boolean =>
  punches.some(({ flags }) => flags.some((flag) => ABOUT_PLACES.has(flag)));

function whyText(
  { flag }: AttendanceFlag,
  { at, data }: FlagEvidence,
  offset: Minutes,
  words: Words,
): string {
  const facts = { ...data, distance: lengthText(Number(data.metres ?? 0), words) };
  return [timeOf(at, offset), words.t(`ownFlags.why.${flag}`, facts)].join(words.t('common.separator'));
}

function decisionText({ state, note, decidedByName, decidedByNameEn }: AttendanceFlag, words: Words): string {
  if (state === 'open') return '';
  const decided = words.t(state === 'fine' ? 'ownFlags.fine' : 'ownFlags.followUp');
  const name = nameOfPerson(decidedByName, decidedByNameEn, words);
  const said = note && name ? words.t('ownFlags.decided', { name, note }) : '';
  return [decided, said].filter(Boolean).join(words.t('common.separator'));
}

const linesOf = (flag: AttendanceFlag, offset: Minutes, words: Words): readonly FlagLine[] =>
  flag.evidence.map((evidence, index) => ({
    key: `${flag.id}-${index}`,
    why: whyText(flag, evidence, offset, words),
    decision: decisionText(flag, words),
  }));

function noteOf(flags: OwnFlags, ofDay: readonly AttendanceFlag[], words: Words): string {
  if (flags.state === 'failed') return words.t('ownFlags.failed');
  if (flags.state !== 'known') return words.t('ownFlags.loading');
  const isDecided = ofDay.length > 0 && ofDay.every(({ state }) => state !== 'open');
  return isDecided ? '' : words.t('ownFlags.waiting');
}

/** The text for a person's own flagged punch: the reason, and that HR decides. */
export function ownFlagsView(day: MonthDay, flags: OwnFlags, offset: Minutes, words: Words): OwnFlagsView {
  const ofDay = flags.state === 'known' ? flags.items.filter((flag) => flag.day === day.day) : [];
  if (!isFlagged(day) && ofDay.length === 0) return noFlags;
  return {
    show: true,
    title: words.t('ownFlags.title'),
    note: noteOf(flags, ofDay, words),
    retry: flags.state === 'failed',
    lines: ofDay.flatMap((flag) => linesOf(flag, offset, words)),
  };
}
