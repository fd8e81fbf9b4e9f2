import type { ChangeEntry } from '#contracts/change';
import type { Day } from '#contracts/common';
import type { ErrorCode } from '#contracts/errors';
import type {
  PayBlocker,
  PayItemChange,
  PayMonthView,
  PayRunEvent,
  PayRunSums,
  PayRunView,
  PeopleCounted,
} from '#contracts/payroll';
import type { PersonBrief } from '#contracts/person';
import { CHINA_UTC_OFFSET } from '../../../../common/units';
import { errorText } from '../../../../locales/error-text';
import { moneyText, personName } from '../../../../locales/request-text';
import type { Words } from '../../../../locales/words';
import { dayOf, dayShort, dayText, instantText, monthText } from '../../../../utils/dates';
import type { RunModel } from './run.model';

/** People who are named before the rest is a number. */
const MAX_NAMED = 5;

type StepState = 'done' | 'now' | 'later' | 'blocked';

/** The month-end of pay: each step with its state, who is in the way by name, and what it will do. */
export function runView(model: RunModel, t: Words) {
  const { month, last, data, failure, busy, isWorking } = model;
  const run = data?.run ?? null;
  return {
    mode: data ? 'ready' : failure ? 'error' : 'loading',
    error: failure ? errorText(failure, t) : '',
    month: monthText(month, t),
    canLater: month < last,
    ...(data ? headOf(data, t) : { gross: '', isLong: false, change: '' }),
    steps: data ? stepsOf(model, data, t) : [],
    paidOn: run?.paidOn ?? model.paidOn,
    paidOnText: dayText(run?.paidOn ?? model.paidOn, t),
    canChooseDay: !isWorking && (run === null || run.state === 'calculated'),
    sums: run ? sumsOf(run.sums, t) : [],
    history: (run?.history ?? []).map((event) => eventOf(event, model, t)).reverse(),
    ended: data && run?.state === 'published' ? endedText(data, run, t) : '',
    disputes: data ? disputesText(data, t) : '',
    bar: barOf(data, isWorking, t),
    busy: busy || isWorking,
    dialog: dialogOf(model, run, t),
    asksReason: model.asks === 'recall',
    text: {
      loadFailed: t.t('payRun.loadFailed'),
      retry: t.t('common.retry'),
      cancel: t.t('common.cancel'),
      earlier: t.t('payRun.earlier'),
      later: t.t('payRun.later'),
      gross: t.t('payRun.gross'),
      paidOn: t.t('payRun.paidOn'),
      sums: t.t('payRun.sums'),
      history: t.t('payRun.history'),
      changes: t.t('payRun.changes'),
      recallTitle: t.t('payRun.recallTitle'),
      recallNote: t.t('payRun.recallNote'),
      recallPlaceholder: t.t('payRun.recallPlaceholder'),
      recallOk: t.t('payRun.recall'),
    },
  };
}

/** Where the month ends: everybody has their slip, and what is left to answer or to settle. */
const endedText = ({ openDisputes, owedApart }: PayMonthView, { people }: PayRunView, t: Words): string =>
  [
    t.t('payRun.ended', { count: people }),
    openDisputes > 0 ? t.t('payRun.endedOpen', { count: openDisputes }) : t.t('payRun.endedNone'),
    ...(owedApart > 0 ? [t.t('payRun.endedOwed', { count: owedApart })] : []),
  ].join(t.t('payRun.comma'));

/** What waits on the page of questions; empty for nothing. */
const disputesText = ({ openDisputes, owedApart }: PayMonthView, t: Words): string =>
  [
    openDisputes > 0 ? t.t('payRun.disputes', { count: openDisputes }) : '',
    owedApart > 0 ? t.t('payRun.owed', { count: owedApart }) : '',
  ]
    .filter((text) => text !== '')
    .join(t.t('payRun.comma'));

/** Characters of an amount that stand in one line in the largest letters. */
const SHORT = 12;

function headOf({ run, before }: PayMonthView, t: Words) {
  if (!run) return { gross: '', isLong: false, change: '' };
  const change = before ? run.sums.gross - before.gross : null;
  const gross = moneyText(run.sums.gross);
  return {
    ...{ gross, isLong: gross.length > SHORT },
    change:
      change === null
        ? ''
        : t.t(change < 0 ? 'payRun.less' : 'payRun.more', { amount: moneyText(Math.abs(change)) }),
  };
}

type StepId = 'settle' | 'attendance' | 'calculate' | 'check' | 'lock' | 'publish' | 'files';

/** Whether it was recalled, and has to be worked out again before it can be locked. */
const isRecalled = ({ state, history }: PayRunView): boolean =>
  state === 'calculated' && history[history.length - 1]?.kind === 'recalled';

/** Nobody locks a run that leaves somebody out. */
const isBlocked = ({ blockers }: PayRunView): boolean => blockers.length > 0;

/** Who has worked it out, or has changed what it pays, does not lock it. */
const isKept = ({ isOwn, changedByYou }: PayRunView): boolean => isOwn || changedByYou !== null;

/** Why the caller does not lock it, and who does. */
function keptText({ run, lockers }: PayMonthView, t: Words): string {
  if (!run || !isKept(run)) return '';
  const { isOwn, changedByYou } = run;
  const who =
    lockers.length > 0
      ? t.t('payRun.lockers', {
          names: lockers.map((each) => personName(each, t)).join(t.t('common.listSeparator')),
        })
      : t.t('payRun.noLocker');
  const items = (changedByYou?.items ?? []).slice(0, MAX_NAMED).map((name) => t.pick(name));
  const { oneOff = null, bases = null, rates = null } = changedByYou ?? {};
  return [
    isOwn ? t.t('payRun.lockOwn') : '',
    items.length > 0 ? t.t('payRun.lockItems', { items: items.join(t.t('common.listSeparator')) }) : '',
    oneOff ? t.t('payRun.lockOneOff', { names: namesOf(oneOff, t) }) : '',
    bases ? t.t('payRun.lockBases', { names: namesOf(bases, t) }) : '',
    rates ? t.t('payRun.lockRates', { names: namesOf(rates, t) }) : '',
    who,
  ]
    .filter((text) => text !== '')
    .join(t.t('payRun.itemComma'));
}

/** How far each step is. */
function statesOf({ attendance, run, filesMade }: PayMonthView): Readonly<Record<StepId, StepState>> {
  const isReady = attendance === 'locked';
  const later = { check: 'later', lock: 'later', publish: 'later', files: 'later' } as const;
  const begun = {
    settle: attendance === 'open' ? 'blocked' : 'done',
    attendance: isReady ? 'done' : attendance === 'settled' ? 'blocked' : 'later',
    calculate: isReady ? 'now' : 'later',
  } as const;
  if (!run || run.state === 'running') return { ...begun, ...later };
  const done = { ...begun, calculate: 'done' } as const;
  if (isRecalled(run)) return { ...begun, ...later };
  if (run.state === 'calculated')
    return { ...done, ...later, check: 'now', lock: isKept(run) || isBlocked(run) ? 'blocked' : 'now' };
  const publish = run.state === 'published' ? 'done' : 'now';
  return { ...done, check: 'done', lock: 'done', publish, files: filesMade > 0 ? 'done' : 'now' };
}

/** What is said below each step. */
function notesOf({ isWorking }: RunModel, data: PayMonthView, t: Words) {
  const { attendance, run, filesMade } = data;
  const isPublished = run?.state === 'published';
  const kept = run?.state === 'calculated' && !isRecalled(run) ? keptText(data, t) : '';
  return {
    settle: [t.t(attendance === 'open' ? 'payRun.attendance.open' : 'payRun.attendance.settled')],
    attendance: [t.t(attendance === 'locked' ? 'payRun.attendance.locked' : 'payRun.attendance.lock')],
    calculate: [
      run ? t.t('payRun.people', { count: run.people }) : t.t('payRun.calculateNote'),
      run?.state === 'running' && !isWorking ? t.t('payRun.interrupted') : '',
      run && isRecalled(run) && !isWorking ? t.t('payRun.recalled') : '',
      ...(run ? blockersOf(run, t) : []),
    ],
    check: [
      run && run.warnings > 0 ? t.t('payRun.warnings', { count: run.warnings }) : t.t('payRun.checkNote'),
    ],
    lock: [
      run?.state === 'calculated' && isBlocked(run) ? t.t('payRun.lockBlocked') : '',
      kept === '' ? t.t('payRun.lockNote') : kept,
    ],
    publish: [isPublished ? t.t('payRun.published', { count: run.people }) : t.t('payRun.publishNote')],
    files: [t.t('payRun.filesNote'), filesMade > 0 ? t.t('payRun.filesMade', { count: filesMade }) : ''],
  };
}

const STEPS: readonly StepId[] = ['settle', 'attendance', 'calculate', 'check', 'lock', 'publish', 'files'];

function stepsOf(model: RunModel, data: PayMonthView, t: Words) {
  const [states, notes] = [statesOf(data), notesOf(model, data, t)];
  const isCalculated = states.calculate === 'done';
  const opens: Partial<Record<StepId, string>> = {
    settle: states.settle === 'blocked' ? 'settlement' : '',
    attendance: states.attendance === 'blocked' ? 'settlement' : '',
    check: isCalculated ? 'changes' : '',
    files: states.files === 'later' ? '' : 'files',
  };
  return STEPS.map((id) => ({
    ...{ id, state: states[id], opens: opens[id] ?? '' },
    name: t.t(`payRun.steps.${id}`),
    said: t.t(`payRun.stepStates.${states[id]}`),
    notes: notes[id].filter((note) => note !== ''),
    alerts: id === 'check' ? alertsOf(data, t) : [],
  }));
}

/** What the second person has to know before the lock, since nobody else looks at it. */
const alertsOf = ({ accountsChanged, bonusChanges, run }: PayMonthView, t: Words): readonly string[] => [
  ...(accountsChanged
    ? [t.t('payRun.accounts', { count: accountsChanged.count, names: namesOf(accountsChanged, t) })]
    : []),
  ...bonusChanges.slice(0, MAX_NAMED).map((each) => bonusAlert(each, t)),
  ...(run && run.state !== 'published' ? itemAlerts(run.itemsChanged, t) : []),
];

/** Who has changed what grades are worth, and the figures before and after. */
function bonusAlert({ at, byName, byNameEn, values = {} }: ChangeEntry, t: Words): string {
  const figures = Object.entries(values)
    .filter(([path]) => /(percent|from|to)$/.test(path))
    .map(([path, [before, after]]) =>
      t.t('payRun.bonusFigure', { before: figureText(path, before, t), after: figureText(path, after, t) }),
    );
  const name = personName({ name: byName, nameEn: byNameEn }, t);
  const day = dayText(dayOf(at, CHINA_UTC_OFFSET), t);
  return [t.t('payRun.bonusChanged', { name, day }), ...figures].join(t.t('payRun.itemComma'));
}

/** A percent, or the day on which a rule begins or ends. */
const figureText = (path: string, value: string | null, t: Words): string =>
  value === null ? '–' : path.endsWith('percent') ? `${value}%` : dayShort(value as Day, t);

/** Items that pay otherwise than before, those that pay who has saved them first. */
function itemAlerts(changed: readonly PayItemChange[], t: Words): readonly string[] {
  const sorted = [...changed].sort((one, other) => other.own.length - one.own.length);
  const shown = sorted.slice(0, MAX_NAMED).map((each) => itemAlert(each, t));
  const rest = changed.length - shown.length;
  return rest > 0 ? [...shown, t.t('payRun.moreItems', { count: rest })] : shown;
}

function itemAlert(change: PayItemChange, t: Words): string {
  const { name, how, savedBy, savedAt, people, named, own, lost = null } = change;
  const item = t.pick(name);
  const what = t.t(`payRun.items.${how}`, { item });
  const names = (all: readonly PersonBrief[]) =>
    all.map((person) => personName(person, t)).join(t.t('common.listSeparator'));
  const by =
    savedAt === null
      ? ''
      : t.t('payRun.itemBy', {
          names: names(savedBy),
          day: dayText(dayOf(savedAt, CHINA_UTC_OFFSET), t),
        });
  const whom =
    own.length === people
      ? t.t('payRun.itemOnlyOwn')
      : people > named.length
        ? t.t('payRun.itemPeople', { count: people })
        : t.t('payRun.itemNames', { count: people, names: names(named) });
  const isWarned = own.length > 0 && own.length < people;
  const warned = isWarned ? t.t('payRun.itemOwn', { names: names(own) }) : '';
  const gone = lost ? t.t('payRun.itemLost', { names: namesOf(lost, t) }) : '';
  return [what, by, whom, gone, warned].filter((part) => part !== '').join(t.t('payRun.itemComma'));
}

/** The first people by name, and how many more there are. */
function namesOf({ count, people }: PeopleCounted, t: Words): string {
  const names = people.map((person) => personName(person, t)).join(t.t('common.listSeparator'));
  const rest = count - people.length;
  return rest > 0 ? t.t('payRun.andMore', { names, count: rest }) : names;
}

/** Who has no slip, by name, and why. */
function blockersOf({ blockers }: PayRunView, t: Words): string[] {
  const named = blockers.slice(0, MAX_NAMED).map((each) => blockerText(each, t));
  const rest = blockers.length - named.length;
  return rest > 0 ? [...named, t.t('payRun.moreBlockers', { count: rest })] : named;
}

/** Who, what is wrong, and where it is mended. */
function blockerText({ person, rule, error, record = '' }: PayBlocker, t: Words): string {
  const name = personName(person, t);
  if (!error || !(rule === 'refused' || rule === 'formula'))
    return t.t(`payRun.blockers.${rule}`, { name, record });
  const isExtra = error.data.rule === 'no-supplementary';
  const todo = isExtra ? 'rates' : (MENDED[error.code] ?? 'other');
  return t.t('payRun.refused', {
    name,
    why: errorText({ ...error, requestId: '' }, t),
    todo: t.t(`payRun.mended.${todo}`),
  });
}

/** Where what was refused is mended. */
const MENDED: Partial<Readonly<Record<ErrorCode, 'rates' | 'limits' | 'bases' | 'items'>>> = {
  RATE_OUT_OF_RANGE: 'rates',
  RATE_NOT_IN_STEPS: 'rates',
  PAY_RULE_MISSING: 'limits',
  PAY_RULE_ENDED: 'limits',
  BASE_INVALID: 'bases',
  PAY_FORMULA_FAILED: 'items',
};

const SUMS = ['gross', 'contributions', 'tax', 'deductions', 'net', 'employer'] as const;
const sumsOf = (sums: PayRunSums, t: Words) =>
  SUMS.map((id) => ({ id, name: t.t(`payRun.sumNames.${id}`), amount: moneyText(sums[id]) }));

const eventOf = ({ kind, at, by, reason }: PayRunEvent, { utcOffset }: RunModel, t: Words) => ({
  key: `${kind}${at}`,
  text: t.t(`payRun.events.${kind}`, { name: personName(by, t), reason: reason ?? '' }),
  time: instantText(at, utcOffset, t),
});

type Act = 'calculate' | 'resume' | 'again' | 'lock' | 'publish' | 'recall';

/** What comes next under the thumb, and beside it the way back. */
function barOf(data: PayMonthView | null, isWorking: boolean, t: Words) {
  const none = { first: '', second: '', acts: ['', ''], hint: '' };
  if (!data) return none;
  const { run, attendance } = data;
  const label = (act: Act) => t.t(`payRun.acts.${act}`);
  if (isWorking) return { ...none, hint: t.t('payRun.working', { count: run?.people ?? 0 }) };
  if (!run || run.state === 'running') {
    const act = run ? 'resume' : 'calculate';
    return attendance === 'locked' ? { ...none, second: label(act), acts: ['', act] } : none;
  }
  if (isRecalled(run)) return { ...none, second: label('again'), acts: ['', 'again'] };
  if (run.state === 'calculated' && isBlocked(run))
    return { ...none, second: label('again'), acts: ['', 'again'], hint: t.t('payRun.lockBlocked') };
  if (run.state === 'calculated')
    return isKept(run)
      ? { ...none, first: label('again'), acts: ['again', ''], hint: keptText(data, t) }
      : { ...none, first: label('again'), second: label('lock'), acts: ['again', 'lock'] };
  if (run.state === 'locked')
    return { ...none, first: label('recall'), second: label('publish'), acts: ['recall', 'publish'] };
  return { ...none, first: label('recall'), acts: ['recall', ''] };
}

function dialogOf({ asks, month }: RunModel, run: PayRunView | null, t: Words) {
  const isOpen = run !== null && (asks === 'lock' || asks === 'publish');
  if (!isOpen) return { show: false, title: '', text: '', ok: '' };
  return {
    show: true,
    title: t.t(`payRun.${asks}Title`, { month: monthText(month, t) }),
    text: [
      t.t(`payRun.${asks}Text`, { count: run.people, net: moneyText(run.sums.net) }),
      ...(asks === 'lock' && run.warnings > 0 ? [t.t('payRun.warnings', { count: run.warnings })] : []),
    ].join('\n'),
    ok: t.t(`payRun.acts.${asks}`),
  };
}
