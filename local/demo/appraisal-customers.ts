import { createHash } from 'node:crypto';
import type { AppraisalPerson } from '#contracts/appraisal-cycle';
import type { Instant } from '#contracts/common';
import type { ReviewRelation } from '#contracts/review';
import type { CustomerCode } from '../../cloudfunctions/reviews/data/customer-codes';
import type { AppraisedMonth } from './appraisal-months';
import { MAIN_PERSON } from './demo-person';

const HOUR_MS = 3_600_000;

/** Somebody who is asked about a person. */
export interface Rater {
  readonly relation: ReviewRelation;
  readonly raterId: string;
}

interface Invited {
  readonly codes: number;
  readonly answers: number;
}

/**
 * Customers who were asked about somebody. Those of the head of the main person's team are too few, so that they are hidden, and so is
 * the next smallest group.
 */
function invitedOf(id: string, { isRunning }: AppraisedMonth): Invited {
  if (isRunning) return id === MAIN_PERSON ? { codes: 3, answers: 1 } : { codes: 0, answers: 0 };
  if (id === MAIN_PERSON) return { codes: 6, answers: 5 };
  if (id === 'E0009') return { codes: 3, answers: 2 };
  return id === 'E0053' || id === 'E0031' ? { codes: 8, answers: 6 } : { codes: 0, answers: 0 };
}

/** The same WeChat user about the same person is the same one, and nobody's in particular. */
export function customersOf({ person, cycleId }: AppraisalPerson, month: AppraisedMonth): Rater[] {
  const { answers } = invitedOf(person.id, month);
  return Array.from({ length: answers }, (_, at) => ({
    relation: 'customer',
    raterId: createHash('sha256')
      .update(`${cycleId}:${person.id}:demo_openid_customer_${at + 1}`)
      .digest('base64url'),
  }));
}

const CODE_LENGTH = 22;

/** The code of a card by its id. Codes of a real company are known to nobody but who has them; these are, to try the page. */
export const demoCode = (id: string): string =>
  createHash('sha256').update(`demo-code:${id}`).digest('base64url').slice(0, CODE_LENGTH);

export function codesOf({ person, cycleId }: AppraisalPerson, month: AppraisedMonth): CustomerCode[] {
  const { codes, answers } = invitedOf(person.id, month);
  return Array.from({ length: codes }, (_, at) => {
    const id = `${cycleId}:${person.id}:${at + 1}`;
    const account = createHash('sha256').update(`demo-account:${id}`).digest('base64url');
    return {
      ...{
        _id: id,
        cycleId,
        subjectId: person.id,
        number: at + 1,
        note: `示例客户${'甲乙丙丁戊己庚辛'[at] ?? ''}`,
        hash: createHash('sha256').update(demoCode(id)).digest('base64url'),
      },
      ...{ account: at < answers ? account : null, isUsed: at < answers },
      at: (month.cycle.startedAt + at * HOUR_MS) as Instant,
    };
  });
}
