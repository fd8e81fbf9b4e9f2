import type { Instant, LocalText, Minutes } from '#contracts/common';
import type { PresenceState, TeamMember } from '#contracts/team';
import { clockText, spanText } from '../../../../common/attendance-text';
import { CHINA_UTC_OFFSET } from '../../../../common/units';
import { errorText } from '../../../../locales/error-text';
import { leftOutText } from '../../../../locales/left-out';
import { personName } from '../../../../locales/request-text';
import { wayBack } from '../../../../locales/way-back';
import type { Words } from '../../../../locales/words';
import type { Failure } from '../../../../services/client-error';
import { timeOf, timeOnDay } from '../../../../utils/dates';

export interface Department {
  readonly id: string;
  readonly name: LocalText;
  readonly parentId: string | null;
}

export interface TeamModel {
  /** Null until the first answer. */
  readonly members: readonly TeamMember[] | null;
  readonly next: string | null;
  /** People whose records cannot be used. */
  readonly leftOut: readonly string[];
  readonly failure: Failure | null;
  readonly online: boolean;
  /** Cursor of the next page. */
  readonly more: 'idle' | 'loading' | 'failed';
  /** The selected chip; null for everybody. */
  readonly filter: Chip | null;
  /** Who is shown; empty for nobody. */
  readonly shownId: string;
  /** Null for the own reports. */
  readonly department: Department | null;
  /** Whether the person may look at departments. */
  readonly mayChoose: boolean;
  readonly choosing: boolean;
  readonly departments: readonly Department[] | null;
  readonly departmentsFailure: Failure | null;
  /** When the board was last loaded. */
  readonly at: Instant | null;
  readonly utcOffset: Minutes;
}

export const noTeam: TeamModel = {
  members: null,
  next: null,
  leftOut: [],
  failure: null,
  online: true,
  more: 'idle',
  filter: null,
  shownId: '',
  department: null,
  mayChoose: false,
  choosing: false,
  departments: null,
  departmentsFailure: null,
  at: null,
  utcOffset: CHINA_UTC_OFFSET,
};

/** `left` includes `left-early`. */
export type Chip = Exclude<PresenceState, 'left-early'>;

const CHIPS: readonly Chip[] = ['in', 'not-yet', 'late', 'left', 'leave', 'trip', 'off'];

const TONES: Readonly<Record<PresenceState, string>> = {
  in: 'ok',
  'not-yet': 'plain',
  late: 'bad',
  left: 'plain',
  'left-early': 'warn',
  leave: 'info',
  trip: 'info',
  off: 'plain',
};

const chipOf = (state: PresenceState): Chip => (state === 'left-early' ? 'left' : state);

function chipsOf({ members, filter }: TeamModel, words: Words) {
  const all = members ?? [];
  const count = (chip: Chip) => all.filter(({ state }) => chipOf(state) === chip).length;
  const chip = (id: Chip | 'all', name: string, size: number) => ({
    id,
    text: words.t('team.chip', { name, count: size }),
    on: id === (filter ?? 'all'),
  });
  const states = CHIPS.filter((id) => count(id) > 0 || id === filter);
  return [
    chip('all', words.t('team.all'), all.length),
    ...states.map((id) => chip(id, words.t(`team.states.${id}`), count(id))),
  ];
}

function lateOf({ state, lateMinutes }: TeamMember, words: Words): string {
  if (lateMinutes === 0) return '';
  return words.t(state === 'late' ? 'team.lateNow' : 'team.late', { span: spanText(lateMinutes, words) });
}

function rowOf(member: TeamMember, utcOffset: Minutes, words: Words) {
  const { id, day, state, shift, firstIn, lastOut } = member;
  const time = (at: Instant) => timeOnDay(at, day, utcOffset, words);
  const times = [
    firstIn ? words.t('team.in', { time: time(firstIn.at) }) : '',
    lastOut ? words.t('team.out', { time: time(lastOut.at) }) : '',
  ].filter(Boolean);
  const plan = shift
    ? words.t('team.shift', {
        name: words.pick(shift.name),
        start: shift.start,
        end: clockText(shift.end, words),
      })
    : words.t('team.dayOff');
  const name = personName(member, words);
  const word = words.t(`team.states.${state}`);
  const late = lateOf(member, words);
  const seen = times.join(words.t('common.separator'));
  const detail = [seen, late, plan].filter(Boolean).join(words.t('common.separator'));
  return {
    id,
    name,
    state: word,
    tone: TONES[state],
    seen,
    late,
    plan,
    label: words.t('team.label', { name, state: word, detail }),
  };
}

/** Every department below the ones above it, with how deep it lies. */
export function treeOf(departments: readonly Department[], words: Words) {
  const ids = new Set(departments.map(({ id }) => id));
  const below = (parentId: string | null) =>
    departments.filter(
      (each) => (each.parentId && ids.has(each.parentId) ? each.parentId : null) === parentId,
    );
  const rows: { id: string; name: string; depth: number }[] = [];
  const add = (parentId: string | null, depth: number): void => {
    for (const { id, name } of below(parentId)) {
      rows.push({ id, name: words.pick(name), depth: Math.min(depth, 5) });
      if (depth < 20) add(id, depth + 1);
    }
  };
  add(null, 0);
  return rows;
}

function modeOf({ members, failure }: TeamModel) {
  if (members) return members.length > 0 ? ('ready' as const) : ('empty' as const);
  return failure ? ('error' as const) : ('loading' as const);
}

function emptyOf({ department, mayChoose }: TeamModel, words: Words) {
  if (department)
    return { title: words.t('team.emptyDepartment'), text: words.t('team.emptyDepartmentText') };
  return {
    title: words.t('team.empty'),
    text: words.t(mayChoose ? 'team.emptyHr' : 'team.emptyText'),
  };
}

/** An old board is shown as such: without a network, or when the refresh failed. */
function noticeOf({ members, online, failure }: TeamModel, words: Words): string {
  if (!members) return '';
  if (!online) return words.t('offline.reading');
  return failure ? errorText(failure, words) : '';
}

/** The team board: who is where now. */
export function teamView(model: TeamModel, words: Words) {
  const { members, filter, department, next, at, utcOffset } = model;
  const shown = (members ?? []).filter(({ state }) => filter === null || chipOf(state) === filter);
  const empty = emptyOf(model, words);
  return {
    mode: modeOf(model),
    back: wayBack(model.failure, words),
    error: model.failure && !members ? errorText(model.failure, words) : '',
    notice: noticeOf(model, words),
    leftOut: leftOutText(model.leftOut, words),
    group: department ? words.pick(department.name) : words.t('team.mine'),
    mayChoose: model.mayChoose,
    updated: at === null ? '' : words.t('team.updated', { time: timeOf(at, utcOffset) }),
    chips: chipsOf(model, words),
    rows: shown.map((member) => rowOf(member, utcOffset, words)),
    more: model.more === 'idle' ? ('none' as const) : model.more,
    foot: next !== null && members ? words.t('team.more', { count: members.length }) : '',
    shownId: model.shownId,
    choosing: model.choosing,
    departments: model.choosing && model.departments ? treeOf(model.departments, words) : [],
    departmentsError: model.departmentsFailure ? errorText(model.departmentsFailure, words) : '',
    text: {
      emptyTitle: empty.title,
      emptyText: empty.text,
      week: words.t('week.open'),
      choose: words.t('team.choose'),
      chooseTitle: words.t('team.chooseTitle'),
      mine: words.t('team.mine'),
      loadFailed: words.t('team.loadFailed'),
      moreFailed: words.t('team.moreFailed'),
      loadingMore: words.t('team.loadingMore'),
      retry: words.t('common.retry'),
    },
  };
}
