import type { Minutes } from '#contracts/common';
import type { ChangedRequest, ChangePreview } from '#contracts/consequence';
import { amountIn, leaveText, periodText, personName } from '../../locales/request-text';
import type { Words } from '../../locales/words';
import { monthText } from '../../utils/dates';

export interface EffectItem {
  readonly id: string;
  readonly name: string;
  readonly what: string;
  readonly change: string;
  readonly tone: 'plain' | 'bad';
}

/** What a page needs of the sheet that is shown before a change is saved. */
export interface EffectsView {
  readonly show: boolean;
  readonly lines: readonly string[];
  readonly items: readonly EffectItem[];
  readonly more: string;
  readonly text: { readonly title: string; readonly save: string; readonly back: string };
}

function changeText({ kind, outcome, before, after, unit }: ChangedRequest, words: Words): string {
  const amountOf = (minutes: Minutes) => amountIn(kind, minutes, words, unit);
  const amounts = { before: amountOf(before), after: amountOf(after) };
  if (outcome === 'ended') return words.t('effects.ended', amounts);
  if (outcome === 'open') return words.t(before === after ? 'effects.openSame' : 'effects.open', amounts);
  return words.t(before === after ? 'effects.same' : 'effects.changed', amounts);
}

const itemOf = (item: ChangedRequest, words: Words): EffectItem => {
  const { applicant, title, period, outcome } = item;
  const parts = [words.pick(title), period ? periodText(period, words) : ''];
  return {
    id: item.requestId,
    name: personName(applicant, words),
    what: parts.filter(Boolean).join(' · '),
    change: changeText(item, words),
    tone: outcome === 'open' ? 'bad' : 'plain',
  };
};

function linesOf(preview: ChangePreview, words: Words): string[] {
  const {
    people,
    workers = 0,
    requests,
    returned,
    needed,
    overtime,
    open,
    readdressed,
    months,
    complete,
  } = preview;
  const touched = {
    people: words.t('roster.people', { count: people }),
    requests: words.t('effects.requests', { count: requests }),
  };
  return [
    ...(workers > 0
      ? [words.t('effects.workers', { people: words.t('roster.people', { count: workers }) })]
      : []),
    ...(requests > 0 ? [words.t(complete ? 'effects.touched' : 'effects.touchedAtLeast', touched)] : []),
    ...(returned > 0 ? [words.t('effects.returned', { amount: leaveText(returned, words) })] : []),
    ...(needed > 0 ? [words.t('effects.needed', { amount: leaveText(needed, words) })] : []),
    ...(overtime > 0 ? [words.t('effects.overtime', { count: overtime })] : []),
    ...(readdressed > 0 ? [words.t('effects.readdressed', { count: readdressed })] : []),
    ...(open > 0 ? [words.t('effects.openCount', { count: open })] : []),
    ...months.map(({ month, locked }) =>
      words.t(locked ? 'effects.locked' : 'effects.settled', { month: monthText(month, words) }),
    ),
  ];
}

/** The sheet before saving: whom the change touches, and how. */
export function effectsView(preview: ChangePreview | null, isShown: boolean, words: Words): EffectsView {
  const rest = (preview?.requests ?? 0) - (preview?.items.length ?? 0);
  return {
    show: isShown,
    lines: preview ? linesOf(preview, words) : [],
    items: (preview?.items ?? []).map((item) => itemOf(item, words)),
    more: rest > 0 ? words.t('effects.more', { count: rest }) : '',
    text: {
      title: words.t('effects.title'),
      save: words.t('effects.save'),
      back: words.t('effects.back'),
    },
  };
}
