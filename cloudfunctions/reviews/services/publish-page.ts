import type { AppraisalPerson } from '#contracts/appraisal-cycle';
import type { ReviewRelation } from '#contracts/review';
import { dayOf } from '../../shared/calendar/company-time';
import { inParallel } from '../../shared/data/in-parallel';
import { AppError } from '../../shared/errors/app-error';
import { isolatedWork } from '../../shared/faults/isolated';
import { countCodes } from '../data/customer-codes';
import { findReviewPeople, replaceReviewPerson } from '../data/review-people';
import { findReviewsAfter } from '../data/reviews';
import { askedCounts } from '../domain/asked';
import { publishReview } from '../domain/publish-review';
import { questionnaireOf, reviewCycleOf } from '../domain/questions';
import type { ReviewAnswer } from '../domain/review';
import type { ReviewPerson } from '../domain/review-person';
import { answerOf, type StoredReview } from '../domain/stored-review';
import type { AskingCycle } from './reviewed';

/** Documents of one read. */
const PAGE = 1_000;
/** People who are written at once. */
const WRITES = 8;

/** Everything that was asked and answered about a person. */
export interface Asked {
  readonly person: AppraisalPerson;
  readonly state: ReviewPerson;
  readonly asked: readonly ReviewRelation[];
  readonly answers: readonly ReviewAnswer[];
}

/**
 * Publishes what was answered about some people, each once: whoever has a snapshot keeps it, whatever has come since.
 * @returns whether all of them are published
 */
export async function publishPage(cycle: AskingCycle, people: readonly AppraisalPerson[]): Promise<boolean> {
  const all = await askedAbout(cycle, people);
  const open = all.filter(({ person, state }) => !state.snapshot && questionnaireOf(cycle, person));
  const done = await inParallel(open, WRITES, (each) =>
    isolatedWork({ collection: 'review_people', document: each.state._id }, () => publish(cycle, each)),
  );
  return done.every((isDone) => isDone === true);
}

async function publish(cycle: AskingCycle, { person, state, asked, answers }: Asked): Promise<boolean> {
  const questionnaire = questionnaireOf(cycle, person);
  if (!questionnaire) return true;
  const review = { person: person.person.id, asked, answers };
  const snapshot = publishReview(reviewCycleOf(cycle, questionnaire), review, state.snapshot);
  if (!snapshot) throw new AppError('REVIEW_CLOSED', { rule: 'not-running' });
  return replaceReviewPerson(state, { snapshot });
}

/** What was asked and answered about people: three reads and one for each thousand answers. */
export async function askedAbout(cycle: AskingCycle, people: readonly AppraisalPerson[]): Promise<Asked[]> {
  const ids = people.map(({ person }) => person.id);
  const [states, codes, reviews] = await Promise.all([
    findReviewPeople(cycle._id, ids),
    countCodes(cycle._id, ids),
    reviewsAbout(cycle._id, ids),
  ]);
  const closedOn = dayOf(cycle.closedAt ?? 0);
  return people.flatMap((person): Asked[] => {
    const state = states.get(person.person.id);
    if (!state) return [];
    const customers = codes.get(person.person.id)?.given ?? 0;
    const asked = askedCounts(cycle.review, { person, state }, customers, closedOn);
    return [
      {
        person,
        state,
        asked: Object.keys(asked) as ReviewRelation[],
        answers: (reviews.get(person.person.id) ?? []).flatMap((review) => acceptedOf(review, cycle)),
      },
    ];
  });
}

/**
 * An answer that was handed in was accepted while the cycle ran, and is in time: the moment of the close is when the job began,
 * which may be a little earlier.
 */
function acceptedOf(review: StoredReview, { closedAt }: AskingCycle): readonly ReviewAnswer[] {
  const answer = answerOf(review);
  if (!answer) return [];
  return [closedAt !== null && answer.at > closedAt ? { ...answer, at: closedAt } : answer];
}

async function reviewsAbout(
  cycleId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly StoredReview[]>> {
  const found = new Map<string, StoredReview[]>();
  for (let after: string | null = ''; after !== null; ) {
    const page: Awaited<ReturnType<typeof findReviewsAfter>> = await findReviewsAfter(
      cycleId,
      ids,
      after,
      PAGE,
    );
    for (const review of page.reviews) {
      const own = found.get(review.subjectId);
      if (own) own.push(review);
      else found.set(review.subjectId, [review]);
    }
    after = page.last;
  }
  return found;
}
