import type { CompanyDay } from '#contracts/calendar';
import type { Day } from '#contracts/common';
import type { DayKind } from '#contracts/day-status';
import { cleanLine } from '../../../../common/clean-text';
import { ownEnglish } from '../../../../common/local-text';
import type { Words } from '../../../../locales/words';
import { dayText, weekdayOf } from '../../../../utils/dates';
import type { CompanyDays } from '../../calendar.model';

/** The form of one day. */
export interface DayForm {
  readonly day: Day;
  readonly count: number;
  /** Null: as the public calendar has it. */
  readonly kind: DayKind | null;
  readonly zh: string;
  readonly en: string;
}

const KINDS = ['company', 'workday', 'makeup', 'restday', 'holiday'] as const;

/** The sheet; `known` is what the public calendar says of the day, if it says anything. */
export function formView(form: DayForm | null, isOpen: boolean, known: CompanyDay | undefined, words: Words) {
  if (!form)
    return {
      show: false,
      title: '',
      publicly: '',
      kinds: [],
      named: false,
      zh: '',
      en: '',
      count: '',
      ready: false,
    };
  const kind = known?.kind ?? (weekdayOf(form.day) > 5 ? 'restday' : 'workday');
  const publicly = known ? `${words.pick(known.name)} · ${words.t(`kind.${kind}`)}` : words.t(`kind.${kind}`);
  const named = form.kind !== null;
  return {
    show: isOpen,
    title: dayText(form.day, words),
    publicly: words.t('calendar.publicly', { what: publicly }),
    kinds: [
      { id: 'usual', name: words.t('calendar.asPublic'), on: !named },
      ...KINDS.map((id) => ({ id, name: words.t(`kind.${id}`), on: form.kind === id })),
    ],
    named,
    zh: form.zh,
    en: form.en,
    count: words.t('roster.inARow', { count: form.count }),
    ready: !named || cleanLine(form.zh) !== '',
  };
}

/** The sheet of a day as it opens, filled from the company calendar if it has the day. */
export function formOf(day: Day, drafts: CompanyDays): DayForm {
  const own = drafts[day];
  const en = own ? ownEnglish(own.name) : '';
  return { day, count: 1, kind: own?.kind ?? null, zh: own?.name['zh-CN'] ?? '', en };
}

/** How many days in a row a form can be for. */
export const maxDaysInRow = ({ day }: DayForm): number => {
  const last = Date.UTC(Number(day.slice(0, 4)), 11, 31);
  return Math.min(31, Math.round((last - Date.parse(day)) / 86_400_000) + 1);
};
