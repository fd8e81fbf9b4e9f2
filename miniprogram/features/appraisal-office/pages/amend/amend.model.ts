import type { AppraisalCycle } from '#contracts/appraisal-cycle';
import type { AmendChange } from '#contracts/appraisal-cycles';
import type { Day, LocalText } from '#contracts/common';
import type { PersonBrief } from '#contracts/person';
import { cleanLine } from '../../../../common/clean-text';
import { ownEnglish } from '../../../../common/local-text';
import type { Failure } from '../../../../services/client-error';

export type What = AmendChange['what'];
export const WHATS: readonly What[] = ['deadline', 'people', 'scheme', 'title'];
export type DayField = 'peersUntil' | 'confirmUntil' | 'answersUntil';

export interface AmendModel {
  readonly cycleId: string;
  readonly cycle: AppraisalCycle | null;
  readonly what: What;
  readonly days: Readonly<Record<DayField, Day>> | null;
  readonly title: LocalText;
  /** Percent as typed, by part. */
  readonly shares: Readonly<Record<string, string>>;
  readonly add: readonly PersonBrief[];
  readonly remove: readonly PersonBrief[];
  /** For whom the picker is open. */
  readonly picking: 'add' | 'remove' | null;
  readonly reason: string;
  readonly changed: boolean;
  readonly busy: boolean;
  readonly failure: Failure | null;
}

/** The cycle as it is, for what is typed to begin with. */
export function loaded(model: AmendModel, cycle: AppraisalCycle): Partial<AmendModel> {
  if (model.changed) return { cycle };
  const { review, answersUntil, title, scheme } = cycle;
  return {
    cycle,
    title: { 'zh-CN': title['zh-CN'], en: ownEnglish(title) },
    days: {
      peersUntil: review?.peersUntil ?? answersUntil,
      confirmUntil: review?.confirmUntil ?? answersUntil,
      answersUntil,
    },
    shares: Object.fromEntries(scheme.parts.map(({ id, share }) => [id, String(share)])),
  };
}

export const asksPeers = ({ cycle }: AmendModel): boolean => cycle?.review?.weights.peer !== undefined;

/** A share as it is typed; nothing is 0, and null is no share. */
const shareOf = (typed: string): number | null => (/^\d{0,3}$/.test(typed) ? Number(typed) : null);

export const sumOf = ({ shares }: Pick<AmendModel, 'shares'>): number =>
  Object.values(shares).reduce((sum, typed) => sum + (shareOf(typed) ?? 0), 0);

/** What is sent; null while something is missing. */
export function changeOf(model: AmendModel): AmendChange | null {
  const { what, days, title, shares, add, remove } = model;
  const idsOf = (people: readonly PersonBrief[]) => people.map(({ id }) => id);
  switch (what) {
    case 'deadline':
      return days && { what, ...days };
    case 'title':
      return cleanLine(title['zh-CN']) === '' ? null : { what, title };
    case 'scheme':
      return sumOf(model) === 100 && Object.values(shares).every((typed) => shareOf(typed) !== null)
        ? { what, shares: Object.entries(shares).map(([id, typed]) => ({ id, share: shareOf(typed) ?? 0 })) }
        : null;
    case 'people':
      return add.length + remove.length === 0 ? null : { what, add: idsOf(add), remove: idsOf(remove) };
  }
}

export const isReady = (model: AmendModel): boolean =>
  cleanLine(model.reason) !== '' && changeOf(model) !== null && !model.busy;
