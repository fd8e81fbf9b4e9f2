import type { Day } from '#contracts/common';
import type { CycleBrief, CycleKind } from '#contracts/goal';
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
  readonly busy: boolean;
  readonly failure: Failure | null;
}

/** The cycles, for HR. */
export function cyclesView({ cycles, kind, day, open, failure, busy }: CyclesModel, t: Words) {
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
      empty: t.t('goalCycles.empty'),
      emptyText: t.t('goalCycles.emptyText'),
    },
  };
}
