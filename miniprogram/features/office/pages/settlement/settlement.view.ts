import type { Instant, Minutes, Month } from '#contracts/common';
import type { Settlement } from '#contracts/settlement';
import { errorText } from '../../../../locales/error-text';
import { nameOfPerson } from '../../../../locales/request-text';
import { wayBack } from '../../../../locales/way-back';
import type { Words } from '../../../../locales/words';
import type { Failure } from '../../../../services/client-error';
import { instantText, monthText } from '../../../../utils/dates';
import { monthStep } from '../../components/month-stepper/month-stepper.view';
import { type DifferencesModel, differenceRow, noDifferences } from './differences.view';

export interface SettlementModel {
  readonly month: Month;
  readonly first: Month;
  readonly last: Month;
  /** Undefined until loaded; null if the month has no run. */
  readonly run: Settlement | null | undefined;
  readonly failure: Failure | null;
  /** Why settling or locking stopped. */
  readonly problem: string;
  /** `theirs`: another person or the timer runs it. */
  readonly working: 'no' | 'ours' | 'theirs';
  readonly asking: boolean;
  readonly locking: boolean;
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
        text: words.t('settlement.waiting', { people, count: waiting, time: time(run.resumesAt) }),
        tone: 'warn',
      };
    case 'done':
      return { text: words.t('settlement.done', { count: people, time: time(run.doneAt) }), tone: 'ok' };
    case 'locked': {
      const name = nameOfPerson(run.lockedByName, run.lockedByNameEn, words) || words.t('settlement.console');
      return {
        text: words.t('settlement.locked', { count: people, time: time(run.lockedAt), name }),
        tone: 'ok',
      };
    }
  }
}

/** What can be done now; nothing while it is being done. */
function buttonsOf({ run, working, now }: SettlementModel, words: Words) {
  const button = (id: 'start' | 'resume' | 'again' | 'lock', type: 'primary' | 'default') => ({
    id,
    type,
    text: words.t(`settlement.${id}`),
  });
  if (working !== 'no' || run === undefined) return [];
  if (run === null) return [button('start', 'primary')];
  if (run.state === 'running') return [button('resume', 'primary')];
  if (run.state === 'waiting')
    return run.resumesAt === null || run.resumesAt <= now ? [button('resume', 'primary')] : [];
  return run.state === 'done' ? [button('again', 'default'), button('lock', 'primary')] : [];
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

function differencesOf({ run, differences }: SettlementModel, words: Words) {
  const { items, state, failure } = run?.state === 'locked' ? differences : noDifferences;
  return {
    show: run?.state === 'locked',
    rows: items.map((each) => differenceRow(each, words)),
    comparing: state === 'comparing',
    none: state === 'done' && items.length === 0,
    error: failure ? errorText(failure, words) : '',
  };
}

function modeOf({ run, failure }: SettlementModel) {
  if (run !== undefined) return 'ready' as const;
  return failure ? ('error' as const) : ('loading' as const);
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
    locking: model.locking,
    figures: figuresOf(model, words),
    note: run && !isLocked ? words.t('settlement.writtenNote') : '',
    buttons: buttonsOf(model, words),
    asking: model.asking,
    differences: differencesOf(model, words),
    text: {
      loadFailed: words.t('settlement.loadFailed'),
      retry: words.t('common.retry'),
      cancel: words.t('common.cancel'),
      lockTitle: words.t('settlement.lockTitle', { month: monthText(month, words) }),
      lockText: words.t('settlement.lockText'),
      lockOk: words.t('settlement.lockOk'),
      differences: words.t('settlement.differences'),
      noDifferences: words.t('settlement.noDifferences'),
      comparing: words.t('settlement.comparing'),
    },
  };
}
