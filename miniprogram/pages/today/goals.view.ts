import type { Share } from '#contracts/goal';
import { FULL, percentText } from '../../common/goals/share';
import { cycleText } from '../../locales/cycle-text';
import type { Words } from '../../locales/words';
import { dayOf } from '../../utils/dates';
import type { TodayModel } from './today.model';

export interface TodayGoalsView {
  readonly show: boolean;
  /** Empty without goals. */
  readonly percent: string;
  /** Degrees of the ring that are done. */
  readonly done: number;
  readonly title: string;
  /** Since the same day of last week; empty if it cannot be told. */
  readonly change: string;
  readonly tone: 'ok' | 'warn';
  readonly label: string;
  readonly reportTitle: string;
  readonly reportGo: string;
  readonly report: string;
  /** Today's report is in. */
  readonly written: boolean;
}

const NOTHING: TodayGoalsView = {
  ...{ show: false, percent: '', done: 0, title: '', change: '', tone: 'ok', label: '' },
  ...{ reportTitle: '', reportGo: '', report: '', written: false },
};

/** The own goals on Today, and the box in which the day is reported. */
export function goalsOf({ today, now }: TodayModel, offset: number, words: Words): TodayGoalsView {
  // A cache written by an older version has no goals.
  const goals = today?.goals;
  if (!today || !goals) return NOTHING;
  const { cycle, progress, before } = goals;
  const change = changeText(progress, before, words);
  const percent = progress === null ? '' : `${percentText(progress)}%`;
  const title = words.t('today.goals', { cycle: cycleText(cycle, words) });
  // What was kept from yesterday is no report of today.
  const isOfToday = dayOf(today.now, offset) === dayOf(now, offset);
  const report = isOfToday ? goals.report : null;
  return {
    show: true,
    percent,
    done: Math.round(((progress ?? 0) / FULL) * 360),
    title,
    change,
    tone: progress !== null && before !== null && progress < before ? 'warn' : 'ok',
    label: [title, percent, change].filter(Boolean).join(words.t('common.separator')),
    reportTitle: words.t('goals.reportTitle'),
    reportGo: words.t(report === null ? 'goals.reportGo' : 'goals.reportEdit'),
    report: report === null ? words.t('goals.reportHint') : report || words.t('goals.reportDone'),
    written: report !== null,
  };
}

function changeText(progress: Share | null, before: Share | null, words: Words): string {
  if (progress === null || before === null) return '';
  const [now, then] = [percentText(progress), percentText(before)].map(Number);
  const points = Math.round(((now ?? 0) - (then ?? 0)) * 10) / 10;
  if (points === 0) return words.t('today.goalsSame');
  return words.t(points > 0 ? 'today.goalsMore' : 'today.goalsLess', { points: Math.abs(points) });
}
