import type { CycleDays, TeamRow } from '#contracts/goals';
import { workdaysLate } from '../../common/goals/expected';
import { FULL, percentText } from '../../common/goals/share';
import { CHINA_UTC_OFFSET } from '../../common/units';
import { lateText } from '../../components/objective-card/key-result.view';
import type { Words } from '../../locales/words';
import { instantText } from '../../utils/dates';

export interface TeamRowView {
  readonly id: string;
  readonly name: string;
  readonly percent: string;
  readonly width: number;
  readonly tone: 'ok' | 'warn' | 'bad' | 'none';
  readonly late: string;
  readonly tags: readonly { readonly text: string; readonly tone: 'warn' | 'info' }[];
  readonly last: string;
  readonly label: string;
}

/** The team, those who are behind first. */
export function teamRows(rows: readonly TeamRow[], days: CycleDays, words: Words): TeamRowView[] {
  const late = ({ progress, hasData }: TeamRow) =>
    progress === null || !hasData || days.workdays === 0 ? null : workdaysLate(progress, days);
  return [...rows]
    .sort((a, b) => (late(b) ?? -1_000) - (late(a) ?? -1_000))
    .map((row) => {
      const { person, progress, hasData } = row;
      const percent = progress === null ? '' : `${percentText(progress)}%`;
      const behind = late(row);
      const name = words.language === 'en' ? person.nameEn : person.name;
      const text = lateText(behind, words);
      return {
        ...{ id: person.id, name, percent, late: text },
        width: ((progress ?? 0) / FULL) * 100,
        tone: toneOf(row, behind, days),
        tags: tagsOf(row, words),
        last: lastOf(row, words),
        label: [name, percent || words.t('goals.noGoals'), hasData ? text : '']
          .filter(Boolean)
          .join(words.t('common.separator')),
      };
    });
}

function toneOf({ hasData }: TeamRow, late: number | null, { workdays }: CycleDays): TeamRowView['tone'] {
  if (!hasData) return 'none';
  if (late === null || late <= 0) return 'ok';
  return late > workdays / 5 ? 'bad' : 'warn';
}

function tagsOf({ lowConfidence, waiting }: TeamRow, words: Words): TeamRowView['tags'] {
  return [
    ...(waiting > 0 ? [{ text: words.t('goals.waiting', { count: waiting }), tone: 'info' as const }] : []),
    ...(lowConfidence ? [{ text: words.t('goals.lowConfidence'), tone: 'warn' as const }] : []),
  ];
}

function lastOf({ progress, lastAt }: TeamRow, words: Words): string {
  if (progress === null) return words.t('goals.noGoals');
  if (lastAt === null) return words.t('goals.neverReported');
  return words.t('goals.lastReport', { time: instantText(lastAt, CHINA_UTC_OFFSET, words) });
}

/** `3 人未确认推送的目标，已催办`; empty if all have confirmed. */
export function unconfirmedText(rows: readonly TeamRow[], words: Words): string {
  const waiting = rows.filter((row) => row.waiting > 0);
  if (waiting.length === 0) return '';
  const isReminded = waiting.some(({ reminded }) => reminded);
  return words.t(isReminded ? 'goals.unconfirmedReminded' : 'goals.unconfirmed', { count: waiting.length });
}

/** How many are late. */
export const countBehind = (rows: readonly TeamRowView[]): number =>
  rows.filter(({ tone }) => tone === 'warn' || tone === 'bad').length;
