import type { RequestPreview } from '#contracts/request';
import { type FactLine, factLine, factSentence } from '../../locales/fact-text';
import { amountText, daysText, leaveText, moneyText, namesText } from '../../locales/request-text';
import type { Words } from '../../locales/words';
import { chosenLeave, type FormModel, typeOf } from './form.model';

export interface EffectView {
  readonly show: boolean;
  /** The result in one line: 3 天 / ¥1,286.40. */
  readonly total: string;
  readonly lines: readonly FactLine[];
  readonly warnings: readonly { readonly tone: 'warn' | 'bad'; readonly text: string }[];
  /** Days in a row that count alike share a line. */
  readonly days: readonly { readonly day: string; readonly text: string; readonly off: boolean }[];
  readonly flow: readonly { readonly name: string; readonly people: string; readonly note: string }[];
}

const noEffect: EffectView = { show: false, total: '', lines: [], warnings: [], days: [], flow: [] };

type PreviewDay = RequestPreview['days'][number];

function totalOf(preview: RequestPreview, kind: string, words: Words): string {
  if (preview.amountFen !== null) return moneyText(preview.amountFen);
  return preview.amountMinutes
    ? amountText({ kind, facts: preview.facts }, preview.amountMinutes, words)
    : '';
}

/** What a day is, where that decides whether it counts. */
function reasonOf({ minutes, kind, name }: PreviewDay, words: Words): string {
  if (kind === 'makeup')
    return words.t('form.makeup', { name: name ? words.pick(name) : words.t('kind.makeup') });
  if (minutes > 0) return '';
  return name ? words.pick(name) : words.t(`kind.${kind}`);
}

/** What counts of each day, days that count alike in one line; empty where all count in full. */
export function daysView(
  { days, facts }: Pick<RequestPreview, 'days' | 'facts'>,
  kind: string,
  words: Words,
): EffectView['days'] {
  const groups: { reason: string; off: boolean; from: PreviewDay; to: PreviewDay; minutes: number }[] = [];
  for (const day of days) {
    const reason = reasonOf(day, words);
    const off = day.minutes === 0;
    const last = groups[groups.length - 1];
    if (last && last.reason === reason && last.off === off) {
      last.to = day;
      last.minutes += day.minutes;
    } else groups.push({ reason, off, from: day, to: day, minutes: day.minutes });
  }
  // One stretch that counts in full is the sum above.
  if (groups.every(({ reason }) => reason === '') && groups.length < 2) return [];
  return groups.map(({ reason, off, from, to, minutes }) => ({
    day: daysText(from.day, to.day, words),
    text: [reason, off ? words.t('form.notCounted') : amountText({ kind, facts }, minutes, words)]
      .filter(Boolean)
      .join(words.t('common.separator')),
    off,
  }));
}

const flowView = (flow: RequestPreview['flow'], words: Words): EffectView['flow'] =>
  flow.map(({ name, mode, people, note }) => ({
    name: words.pick(name),
    people: namesText(people, words),
    note: [people.length > 1 ? words.t(`flow.${mode}`) : '', note ? words.t(`flowNotes.${note}`) : '']
      .filter(Boolean)
      .join(words.t('common.separator')),
  }));

/** That the balance counts for the days of leave, where it differs from the one of now: across a grant or an expiry. */
function balanceNote(model: FormModel, words: Words): FactLine[] {
  const balance = chosenLeave(model);
  const fact = model.preview?.facts.find(({ code }) => code === 'BALANCE');
  if (!balance || fact?.code !== 'BALANCE' || fact.data.before === balance.left) return [];
  const left = leaveText(balance.left, words, balance.type.unit);
  return [{ name: words.t('form.balanceNow.name'), value: words.t('form.balanceNow.value', { left }) }];
}

/** What the request would do: worked out by the server, shown before it is sent. */
export function effectView(model: FormModel, words: Words): EffectView {
  const { preview } = model;
  if (!preview) return noEffect;
  const kind = typeOf(model)?.kind ?? '';
  return {
    show: true,
    total: totalOf(preview, kind, words),
    // The days themselves stand below, their sum above.
    lines: [
      ...preview.facts.filter(({ code }) => code !== 'DAYS_COUNTED').map((fact) => factLine(fact, words)),
      ...balanceNote(model, words),
    ],
    warnings: preview.warnings.map((fact) => ({ tone: fact.tone, text: factSentence(fact, words) })),
    days: daysView(preview, kind, words),
    flow: flowView(preview.flow, words),
  };
}
