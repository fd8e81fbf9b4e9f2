import type { Minutes } from '#contracts/common';
import type { RecountNote } from '#contracts/consequence';
import type { RequestDetail, TimelineEntry } from '#contracts/request';
import { amountIn } from '../../locales/request-text';
import type { Words } from '../../locales/words';
import { instantText } from '../../utils/dates';
import { correctionEntries } from './detail-followed.view';

function recountText(
  { cause, outcome, before, after, unit }: RecountNote,
  kind: string,
  words: Words,
): string {
  const amountOf = (minutes: Minutes) => amountIn(kind, minutes, words, unit);
  const data = { cause: words.t(`causes.${cause}`), before: amountOf(before), after: amountOf(after) };
  if (outcome === 'ended') return words.t('verbs.recountEnded', data);
  if (outcome === 'open') return words.t('verbs.recountOpen', data);
  return words.t(before === after ? 'verbs.recountSame' : 'verbs.recount', data);
}

/** One line of the history: who did what. */
export function entryText(entry: TimelineEntry, kind: string, words: Words): string {
  if (entry.recount) return recountText(entry.recount, kind, words);
  const english = words.language === 'en';
  const name = english ? entry.byNameEn || entry.byName : entry.byName;
  const to = (english ? entry.toNameEn : entry.toName) ?? entry.toName ?? '';
  const isReplaced = entry.verb === 'escalate' && entry.note !== undefined;
  const text = words.t(isReplaced ? 'verbs.replaced' : `verbs.${entry.verb}`, { name, to });
  const onBehalf = (english ? entry.forNameEn : entry.forName) ?? entry.forName;
  return onBehalf ? words.t('verbs.for', { text, for: onBehalf }) : text;
}

/** What happened to the request, then what happened to its payment. */
export function timelineOf({ timeline, payment, kind }: RequestDetail, utcOffset: Minutes, words: Words) {
  const entries = timeline.map((entry) => ({
    text: entryText(entry, kind, words),
    time: instantText(entry.at, utcOffset, words),
    comment: entry.comment ?? '',
    note: entry.note ? words.t(`flowNotes.${entry.note}`) : '',
  }));
  const corrections = correctionEntries(payment, utcOffset, words);
  return [...entries, ...corrections].map((entry, key) => ({ key, ...entry }));
}
