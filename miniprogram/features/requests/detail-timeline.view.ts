import type { Minutes } from '#contracts/common';
import type { RequestDetail, TimelineEntry } from '#contracts/request';
import type { Words } from '../../locales/words';
import { instantText } from '../../utils/dates';
import { correctionEntries } from './detail-followed.view';

/** One line of the history: who did what. */
export function entryText(entry: TimelineEntry, words: Words): string {
  const english = words.language === 'en';
  const name = english ? entry.byNameEn || entry.byName : entry.byName;
  const to = (english ? entry.toNameEn : entry.toName) ?? entry.toName ?? '';
  const isReplaced = entry.verb === 'escalate' && entry.note !== undefined;
  const text = words.t(isReplaced ? 'verbs.replaced' : `verbs.${entry.verb}`, { name, to });
  const onBehalf = (english ? entry.forNameEn : entry.forName) ?? entry.forName;
  return onBehalf ? words.t('verbs.for', { text, for: onBehalf }) : text;
}

/** What happened to the request, then what happened to its payment. */
export function timelineOf({ timeline, payment }: RequestDetail, utcOffset: Minutes, words: Words) {
  const entries = timeline.map((entry) => ({
    text: entryText(entry, words),
    time: instantText(entry.at, utcOffset, words),
    comment: entry.comment ?? '',
    note: entry.note ? words.t(`flowNotes.${entry.note}`) : '',
  }));
  const corrections = correctionEntries(payment, utcOffset, words);
  return [...entries, ...corrections].map((entry, key) => ({ key, ...entry }));
}
