import type {
  AmendedField,
  AppraisalCycle,
  AppraisalPlan,
  CycleAmendment,
  ReviewPlan,
} from '#contracts/appraisal-cycle';
import type { AmendChange } from '#contracts/appraisal-cycles';
import type { Day } from '#contracts/common';
import { checkScheme } from '../../appraisal/rules';
import { checkPeerDays } from './check-plan';
import { ensurePlan as ensure } from './ensure-plan';
import { withShares } from './plan';

/** What an amendment writes into the cycle, and what it says about it. Neither has a threshold. */
export interface Amended {
  readonly change: Partial<Pick<AppraisalPlan, 'title' | 'scheme' | 'answersUntil'>> & {
    readonly review?: ReviewPlan | null;
  };
  readonly record: Pick<CycleAmendment, 'what' | 'changes' | 'people'>;
}

/** Kept on the cycle, newest first. */
const MOST_AMENDMENTS = 50;

export const withAmendment = (
  { amendments }: Pick<AppraisalCycle, 'amendments'>,
  added: CycleAmendment,
): readonly CycleAmendment[] => [added, ...amendments].slice(0, MOST_AMENDMENTS);

/** @throws AppError PLAN_INVALID, SCHEME_INVALID with the field; `no-change` if it would change nothing */
export function amended(cycle: AppraisalCycle, change: AmendChange, today: Day): Amended {
  const result = amendedBy(cycle, change, today);
  const { changes, people } = result.record;
  const isEmpty = changes.length === 0 && !(people && people.added.length + people.removed.length > 0);
  ensure(!isEmpty, change.what, 'no-change');
  return result;
}

function amendedBy(cycle: AppraisalCycle, change: AmendChange, today: Day): Amended {
  switch (change.what) {
    case 'deadline':
      return withDays(cycle, change, today);
    case 'title': {
      const { title } = change;
      const changes = changedFields([
        ['title', cycle.title['zh-CN'], title['zh-CN']],
        ['titleEn', cycle.title.en, title.en],
      ]);
      return { change: { title }, record: { what: 'title', changes } };
    }
    case 'scheme': {
      const scheme = withShares(cycle.scheme, change.shares);
      // A part that is taken away, or comes to it, would change who is asked.
      ensure(scheme.parts.length === cycle.scheme.parts.length, 'shares', 'out-of-range');
      checkScheme(scheme);
      const changes = changedFields(
        cycle.scheme.parts.map(({ id, share }, at) => [id, `${share}`, `${scheme.parts[at]?.share ?? 0}`]),
      );
      return { change: { scheme }, record: { what: 'scheme', changes } };
    }
    case 'people': {
      const people = { added: change.add, removed: change.remove };
      const all = [...change.add, ...change.remove];
      ensure(new Set(all).size === all.length, 'people', 'twice');
      return { change: {}, record: { what: 'people', changes: [], people } };
    }
  }
}

function withDays(
  { review, answersUntil }: AppraisalCycle,
  days: Extract<AmendChange, { what: 'deadline' }>,
  today: Day,
): Amended {
  ensure(days.answersUntil >= today, 'answersUntil', 'past');
  const asksPeers = review?.weights.peer !== undefined;
  const fields: [string, string, string][] = [['answersUntil', answersUntil, days.answersUntil]];
  if (!review || !asksPeers)
    return {
      change: { answersUntil: days.answersUntil },
      record: { what: 'deadline', changes: changedFields(fields) },
    };
  const { peersUntil, confirmUntil } = days;
  // A day that is over may stay as it is, and be moved to one that is not.
  checkPeerDays(days, review.peersUntil === peersUntil && peersUntil < today ? peersUntil : today);
  ensure(confirmUntil >= today || confirmUntil === review.confirmUntil, 'confirmUntil', 'past');
  const changes = changedFields([
    ['peersUntil', review.peersUntil, peersUntil],
    ['confirmUntil', review.confirmUntil, confirmUntil],
    ...fields,
  ]);
  return {
    change: { answersUntil: days.answersUntil, review: { ...review, peersUntil, confirmUntil } },
    record: { what: 'deadline', changes },
  };
}

const changedFields = (fields: readonly (readonly [string, string, string])[]): AmendedField[] =>
  fields.filter(([, from, to]) => from !== to).map(([field, from, to]) => ({ field, from, to }));
