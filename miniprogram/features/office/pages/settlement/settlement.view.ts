import type { Instant, Minutes, Month } from '#contracts/common';
import type { MonthOpen, Settlement } from '#contracts/settlement';
import { errorText } from '../../../../locales/error-text';
import { leftOutCount } from '../../../../locales/left-out';
import { wayBack } from '../../../../locales/way-back';
import type { Words } from '../../../../locales/words';
import type { Failure } from '../../../../services/client-error';
import { instantText, monthText } from '../../../../utils/dates';
import { monthStep } from '../../components/month-stepper/month-stepper.view';
import { checksOf, openText, sumsOf } from './checks.view';
import { type DifferencesModel, differenceRow } from './differences.view';
import { actorOf, historyOf, unlockedSince, unlockText } from './lock.view';

export interface SettlementModel {
  readonly month: Month;
  readonly first: Month;
  readonly last: Month;
  /** Undefined until loaded; null if the month has no run. */
  readonly run: Settlement | null | undefined;
  /** What is undecided in the month; null if it is locked or not begun. */
  readonly open: MonthOpen | null;
  /** Whether the person may settle and lock, not only confirm an unlock. */
  readonly mayClose: boolean;
  readonly failure: Failure | null;
  /** Why settling or locking stopped. */
  readonly problem: string;
  /** `theirs`: another person or the timer runs it. */
  readonly working: 'no' | 'ours' | 'theirs';
  /** What the person is asked. */
  readonly question: 'none' | 'lock' | 'unlock' | 'confirm';
  /** A change of the lock is being sent. */
  readonly busy: boolean;
  readonly differences: DifferencesModel;
  readonly now: Instant;
  readonly utcOffset: Minutes;
}

type Tone = 'plain' | 'brand' | 'warn' | 'ok';

function stateOf({ run, working, utcOffset }: SettlementModel, words: Words): { text: string; tone: Tone } {
  if (!run) return { text: words.t('settlement.none'), tone: 'plain' };
  const time = (at: Instant | null) => instantText(at ?? 0, utcOffset, words);
  const { people, waiting } = run;
  switch (run.state) {
    case 'running': {
      if (working === 'theirs') return { text: words.t('settlement.elsewhere'), tone: 'brand' };
      const key = working === 'ours' ? 'settlement.running' : 'settlement.stopped';
      return { text: words.t(key, { count: people }), tone: working === 'ours' ? 'brand' : 'warn' };
    }
    case 'waiting':
      return {
        text:
          waiting < people
            ? words.t('settlement.waiting', { people, count: waiting, time: time(run.resumesAt) })
            : words.t('settlement.waitingAll', { count: waiting, time: time(run.resumesAt) }),
        tone: 'warn',
      };
    case 'done': {
      const since = unlockedSince(run);
      if (since)
        return {
          text: words.t('settlement.unlocked', { name: actorOf(since, words), time: time(since.at) }),
          tone: 'warn',
        };
      return { text: words.t('settlement.done', { count: people, time: time(run.doneAt) }), tone: 'ok' };
    }
    case 'locked': {
      const name = actorOf({ byName: run.lockedByName, byNameEn: run.lockedByNameEn ?? null }, words);
      return {
        text: words.t('settlement.locked', { count: people, time: time(run.lockedAt), name }),
        tone: 'ok',
      };
    }
  }
}

type ButtonId = 'start' | 'resume' | 'again' | 'lock' | 'unlock' | 'takeBack' | 'refuse' | 'confirm';

/** What can be done now; nothing while it is being done. */
function buttonsOf({ run, working, now, mayClose }: SettlementModel, words: Words) {
  const button = (id: ButtonId, type: 'primary' | 'default') => ({
    id,
    type,
    text: words.t(`settlement.${id}`),
  });
  if (working !== 'no' || run === undefined) return [];
  if (run?.state === 'locked') {
    if (!run.unlock) return [button('unlock', 'default')];
    return run.unlock.isOwn
      ? [button('takeBack', 'default')]
      : [button('refuse', 'default'), button('confirm', 'primary')];
  }
  if (!mayClose) return [];
  if (run === null) return [button('start', 'primary')];
  if (run.state === 'running') return [button('resume', 'primary')];
  if (run.state === 'waiting')
    return run.resumesAt === null || run.resumesAt <= now ? [button('resume', 'primary')] : [];
  if (run.state !== 'done') return [];
  // After an unlock the next step is to settle, not to lock the same results.
  return unlockedSince(run)
    ? [button('lock', 'default'), button('again', 'primary')]
    : [button('again', 'default'), button('lock', 'primary')];
}

function figuresOf({ run }: SettlementModel, words: Words) {
  // The state text of a locked month includes the figures.
  if (!run || run.state === 'locked') return [];
  const figure = (key: 'people' | 'written' | 'waiting') => ({
    key,
    value: run[key],
    name: words.t(`settlement.figures.${key}`),
  });
  return [figure('people'), figure('written'), ...(run.waiting > 0 ? [figure('waiting')] : [])];
}

function differencesOf({ run, differences, mayClose }: SettlementModel, words: Words) {
  const { items, state, failure } = differences;
  const isLocked = run?.state === 'locked';
  return {
    show: mayClose && (isLocked || items.length > 0 || failure !== null),
    title: words.t(isLocked ? 'settlement.differences' : 'settlement.checks.changed'),
    rows: items.map((each) => differenceRow(each, words)),
    comparing: isLocked && state === 'comparing',
    none: isLocked && state === 'done' && items.length === 0,
    error: failure ? errorText(failure, words) : '',
  };
}

function modeOf({ run, failure }: SettlementModel) {
  if (run !== undefined) return 'ready' as const;
  return failure ? ('error' as const) : ('loading' as const);
}

/** The question before the month is locked or unlocked. */
function dialogOf(model: SettlementModel, words: Words) {
  const month = monthText(model.month, words);
  if (model.question === 'confirm')
    return {
      show: true,
      title: words.t('settlement.unlockTitle', { month }),
      text: words.t('settlement.confirmText'),
      ok: words.t('settlement.confirm'),
    };
  const open = openText(model, words);
  const text = words.t('settlement.lockText');
  return {
    show: model.question === 'lock',
    title: words.t('settlement.lockTitle', { month }),
    text: open ? `${words.t('settlement.lockOpen', { open })}\n${text}` : text,
    ok: words.t('settlement.lockOk'),
  };
}

/** The settlement of one month. */
export function settlementView(model: SettlementModel, words: Words) {
  const { month, first, last, failure, run } = model;
  const isLocked = run?.state === 'locked';
  return {
    mode: modeOf(model),
    step: monthStep(month, first, last, words),
    back: wayBack(failure, words),
    error: failure && run === undefined ? errorText(failure, words) : '',
    problem: model.problem,
    state: stateOf(model, words),
    working: model.working !== 'no',
    busy: model.busy,
    figures: figuresOf(model, words),
    leftOut: leftOutCount(run?.leftOut, words),
    note: run && !isLocked ? words.t('settlement.writtenNote') : '',
    unlockNote: run ? unlockText(run, words) : '',
    checks: checksOf(model, words),
    sums: sumsOf(model, words),
    history: historyOf(run, model.utcOffset, words),
    buttons: buttonsOf(model, words),
    dialog: dialogOf(model, words),
    asksReason: model.question === 'unlock',
    unlockSubject: `unlock/${month}`,
    differences: differencesOf(model, words),
    text: {
      loadFailed: words.t('settlement.loadFailed'),
      retry: words.t('common.retry'),
      cancel: words.t('common.cancel'),
      unlockTitle: words.t('settlement.unlockTitle', { month: monthText(month, words) }),
      unlockHint: words.t('settlement.unlockHint'),
      unlockPlaceholder: words.t('settlement.unlockPlaceholder'),
      unlockOk: words.t('settlement.unlockOk'),
      checks: words.t('settlement.checksTitle'),
      sums: words.t('settlement.sumsTitle'),
      history: words.t('settlement.history'),
      noDifferences: words.t('settlement.noDifferences'),
      comparing: words.t('settlement.comparing'),
    },
  };
}
