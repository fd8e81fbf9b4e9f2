import type { Day } from '#contracts/common';
import type { CycleBrief, CycleKind } from '#contracts/goal';
import type { GoalsContract } from '#contracts/goals';
import { readNumber } from '../../../../common/read-number';
import { cycleText } from '../../../../locales/cycle-text';
import { errorText } from '../../../../locales/error-text';
import type { Words } from '../../../../locales/words';
import type { Failure } from '../../../../services/client-error';
import { dayText } from '../../../../utils/dates';

const KINDS = ['month', 'quarter', 'year'] as const;

export interface CyclesModel {
  readonly cycles: readonly CycleBrief[] | null;
  readonly kind: CycleKind;
  readonly day: Day;
  /** Sheets that are still open, by the cycle that is being closed. */
  readonly open: Readonly<Record<string, number>>;
  /** Closing reviews that are not there, by the cycle that was closed. */
  readonly reviews: Readonly<Record<string, GoalsContract['closeCycle']['output']['reviews']>>;
  readonly busy: boolean;
  readonly failure: Failure | null;
}

/** Workdays without a report after which somebody is reminded, unless the cycle says otherwise. */
const REMIND_AFTER = 5;
/** As the server takes it; 0: nobody is reminded. */
const MAX_REMIND_AFTER = 30;

const canRemind = ({ state }: CycleBrief): boolean => state === 'running' || state === 'planned';

function remindText({ remindAfter: days = REMIND_AFTER }: CycleBrief, t: Words): string {
  return days === 0 ? t.t('goalCycles.remindNever') : t.t('goalCycles.remind', { days });
}

/** Typed days; null for what cannot be one. */
export function remindAfterOf(typed: string): number | null {
  const read = readNumber(typed);
  const isFine =
    'value' in read && Number.isInteger(read.value) && read.value >= 0 && read.value <= MAX_REMIND_AFTER;
  return isFine ? read.value : null;
}

/** The cycles, for HR. */
export function cyclesView({ cycles, kind, day, open, reviews, failure, busy }: CyclesModel, t: Words) {
  return {
    mode: cycles ? 'ready' : failure ? 'error' : 'loading',
    error: failure ? errorText(failure, t) : '',
    cycles: (cycles ?? []).map((cycle) => ({
      id: cycle.id,
      name: cycleText(cycle, t),
      range: t.t('goalCycles.range', { from: dayText(cycle.from, t), to: dayText(cycle.to, t) }),
      state: t.t(`goals.cycleStates.${cycle.state}`),
      tone: cycle.state === 'running' ? 'ok' : 'info',
      left: open[cycle.id] ? t.t('goalCycles.closing', { count: open[cycle.id] ?? 0 }) : '',
      canPush: cycle.state === 'running' || cycle.state === 'planned',
      reviews: reviews[cycle.id] ? t.t('goalCycles.reviews', { ...reviews[cycle.id] }) : '',
      remind: canRemind(cycle) ? remindText(cycle, t) : '',
      canClose: cycle.state === 'running' || cycle.state === 'closing',
    })),
    kinds: KINDS.map((id) => ({ id, name: t.t(`goalCycles.kinds.${id}`), on: id === kind })),
    day,
    dayText: dayText(day, t),
    busy,
    text: {
      retry: t.t('common.retry'),
      loadFailed: t.t('goalSheet.loadFailed'),
      open: t.t('goalCycles.open'),
      kind: t.t('goalCycles.kind'),
      day: t.t('goalCycles.day'),
      save: t.t('goalCycles.openSave'),
      close: t.t('goalCycles.close'),
      push: t.t('goals.push'),
      change: t.t('goalCycles.change'),
      empty: t.t('goalCycles.empty'),
      emptyText: t.t('goalCycles.emptyText'),
    },
  };
}
