import type { Day } from '#contracts/common';
import type { WeekDay, WeekMember } from '#contracts/team';
import { spanText, weekdayName } from '../../../../common/attendance-text';
import { LEAVE_DAY_MINUTES } from '../../../../common/units';
import { errorText } from '../../../../locales/error-text';
import { leftOutText } from '../../../../locales/left-out';
import { personName } from '../../../../locales/request-text';
import type { TextKey } from '../../../../locales/texts';
import { wayBack } from '../../../../locales/way-back';
import type { Words } from '../../../../locales/words';
import type { Failure } from '../../../../services/client-error';
import { addDays, dateOf, dayText, weekdayOf } from '../../../../utils/dates';
import type { MonthStep } from '../../components/month-stepper/month-stepper.view';

export interface WeekModel {
  /** 0 is this week. */
  readonly week: number;
  /** Empty for the own reports. */
  readonly departmentId: string;
  readonly departmentName: string;
  /** Null until the first answer. */
  readonly members: readonly WeekMember[] | null;
  readonly next: string | null;
  /** People whose records cannot be used. */
  readonly leftOut: readonly string[];
  readonly monday: Day | null;
  readonly today: Day | null;
  readonly more: 'idle' | 'loading';
  /** Who is shown; empty for nobody. */
  readonly shownId: string;
  readonly failure: Failure | null;
}

export const noWeek: WeekModel = {
  leftOut: [],
  week: 0,
  departmentId: '',
  departmentName: '',
  members: null,
  next: null,
  monday: null,
  today: null,
  more: 'idle',
  shownId: '',
  failure: null,
};

/** The last week that the server shows. */
export const MAX_WEEK = 8;

const isPart = ({ away }: WeekDay): boolean => away > 0 && away < 1;

function textOf({ state, shift }: WeekDay, words: Words): string {
  if (state === 'none') return '';
  return state === 'work' ? (shift?.start ?? '') : words.t(`week.${state}`);
}

/** Part of a day, and what is asked for and not decided. */
function noteOf(day: WeekDay, words: Words): string {
  if (day.requested) return words.t('week.asked');
  return isPart(day) ? partText(Math.round(day.away * LEAVE_DAY_MINUTES), words) : '';
}

/** Half a day, or the hours. */
const partText = (minutes: number, words: Words): string =>
  minutes % (LEAVE_DAY_MINUTES / 2) === 0
    ? words.t('week.part', { days: minutes / LEAVE_DAY_MINUTES })
    : spanText(minutes, words);

function spokenOf(day: WeekDay, words: Words): string {
  const text = day.state === 'work' && day.shift ? words.pick(day.shift.name) : textOf(day, words);
  const asked = day.requested
    ? words.t('week.askedFor', { what: words.t(`week.${day.requested}`) })
    : noteOf(day, words);
  return [dayText(day.day, words), text, asked].filter(Boolean).join(' ');
}

const rowOf = (member: WeekMember, words: Words) => ({
  id: member.id,
  name: personName(member, words),
  label: [personName(member, words), ...member.days.map((day) => spokenOf(day, words))].join(
    words.t('common.listSeparator'),
  ),
  cells: member.days.map((day) => ({
    key: day.day,
    text: textOf(day, words),
    note: noteOf(day, words),
    tone: day.requested && day.state === 'work' ? 'asked' : day.state,
  })),
});

function headOf(monday: Day | null, today: Day | null, words: Words) {
  if (!monday) return [];
  return Array.from({ length: 7 }, (_, at) => addDays(monday, at)).map((day) => ({
    key: day,
    name: words.t(`date.weekdayInitials.${weekdayOf(day)}` as TextKey),
    date: dateOf(day),
    on: day === today,
    label: weekdayName(weekdayOf(day), words),
  }));
}

function titleOf({ week, monday }: WeekModel, words: Words): string {
  const name = week < 2 ? words.t(week === 0 ? 'week.thisWeek' : 'week.nextWeek') : '';
  if (!monday) return name;
  const span = words.t('week.span', {
    from: `${Number(monday.slice(5, 7))}/${dateOf(monday)}`,
    to: `${Number(addDays(monday, 6).slice(5, 7))}/${dateOf(addDays(monday, 6))}`,
  });
  return [name, span].filter(Boolean).join(' ');
}

/** How many are away at least once, or have asked to be. */
function summaryOf(members: readonly WeekMember[], words: Words): string {
  const count = (kind: 'leave' | 'trip') =>
    members.filter(({ days }) => days.some(({ state }) => state === kind)).length;
  const away = (['leave', 'trip'] as const).flatMap((kind) => {
    const people = count(kind);
    return people > 0 ? [words.t('week.count', { what: words.t(`team.states.${kind}`), count: people })] : [];
  });
  const asked = members.filter(({ days }) => days.some(({ requested }) => requested)).length;
  return [
    ...(away.length > 0 ? away : [words.t('week.nobodyAway')]),
    ...(asked > 0 ? [words.t('week.askedCount', { count: asked })] : []),
  ].join(words.t('common.separator'));
}

function modeOf({ members, failure }: WeekModel) {
  if (members) return members.length > 0 ? 'ready' : 'empty';
  return failure ? 'error' : 'loading';
}

/** Who of the team is away or rostered in a week. */
export function weekView(model: WeekModel, words: Words) {
  const { week, members, monday, today, next, more } = model;
  const step: MonthStep = {
    title: titleOf(model, words),
    hasPrevious: week > 0,
    hasNext: week < MAX_WEEK,
    previous: words.t('week.previous'),
    next: words.t('week.following'),
  };
  return {
    mode: modeOf(model),
    back: wayBack(model.failure, words),
    error: model.failure && !members ? errorText(model.failure, words) : '',
    notice: model.failure && members ? errorText(model.failure, words) : '',
    leftOut: leftOutText(model.leftOut, words),
    group: model.departmentName || words.t('team.mine'),
    step,
    head: headOf(monday, today, words),
    rows: (members ?? []).map((member) => rowOf(member, words)),
    summary: members ? summaryOf(members, words) : '',
    foot:
      more === 'loading'
        ? words.t('team.loadingMore')
        : next !== null && members
          ? words.t('team.more', { count: members.length })
          : '',
    shownId: model.shownId,
    text: {
      retry: words.t('common.retry'),
      loadFailed: words.t('team.loadFailed'),
      empty: words.t('team.empty'),
      emptyText: words.t('team.emptyText'),
    },
  };
}
