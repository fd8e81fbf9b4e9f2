import type { Day } from '#contracts/common';
import type { DatedShift } from '#contracts/shift';
import { CHINA_UTC_OFFSET } from '../../../../common/units';
import type { Words } from '../../../../locales/words';
import type { Failure } from '../../../../services/client-error';
import { dayText, instantText } from '../../../../utils/dates';
import { spanOnDay, weekText } from '../../clock';
import { dayBarView } from '../../day-bar.view';
import { changerOf } from '../../history.view';
import { loadState } from '../../load-state';

export interface ShiftsModel {
  readonly shifts: readonly DatedShift[] | null;
  readonly today: Day;
  readonly failure: Failure | null;
  readonly online: boolean;
}

function changedText({ history }: DatedShift, words: Words): string {
  const [last] = history;
  if (!last) return words.t('shift.imported');
  const when = instantText(last.at, CHINA_UTC_OFFSET, words);
  return words.t('shift.changedBy', { name: changerOf(last, words), when });
}

/** What is planned next: 12月1日 周二 起 08:30–17:30, and how often it changes after that. */
function plannedText({ versions }: DatedShift, today: Day, words: Words): string {
  const planned = versions.flatMap(({ from, shift }) =>
    from !== null && from > today
      ? [
          words.t('shift.dates.planned', {
            day: dayText(from, words),
            span: spanOnDay(shift.start, shift.end, words),
          }),
        ]
      : [],
  );
  const [next, ...others] = planned;
  const more = others.length > 0 ? [words.t('shift.dates.more', { count: others.length })] : [];
  return next ? [next, ...more].join(words.t('common.listSeparator')) : '';
}

function cardOf(each: DatedShift, today: Day, words: Words) {
  const { value } = each;
  const name = words.pick(value.name);
  const span = spanOnDay(value.start, value.end, words);
  const week = weekText(value.workdays, words);
  return {
    id: value.id,
    name,
    kind: words.t(`shift.kinds.${value.kind}`),
    span,
    week,
    bar: dayBarView(value, words),
    planned: plannedText(each, today, words),
    changed: changedText(each, words),
    label: [name, span, week].join(words.t('common.listSeparator')),
  };
}

/** The shifts of the company. */
export function shiftsView(model: ShiftsModel, words: Words) {
  const { shifts, failure, online } = model;
  const state = loadState(shifts !== null, failure, words);
  return {
    ...state,
    mode: shifts?.length === 0 ? ('empty' as const) : state.mode,
    notice: shifts && !online ? words.t('offline.reading') : '',
    cards: (shifts ?? []).map((each) => cardOf(each, model.today, words)),
    text: {
      add: words.t('shift.add'),
      empty: words.t('shift.empty'),
      emptyText: words.t('shift.emptyText'),
      loadFailed: words.t('shift.loadFailed'),
    },
  };
}
