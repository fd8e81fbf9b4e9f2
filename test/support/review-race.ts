import type { StoredReview } from '../../cloudfunctions/reviews/domain/stored-review';
import { requestSeed } from '../unit/cloudfunctions/support/request-company';
import { reviewCompany, reviewSeed } from '../unit/cloudfunctions/support/review-company';
import { openInstrumentedCompany } from './instrumented-company';

/** Reports are not asked: nothing of theirs is missing, so that what peers answered is shown. */
function seedOfPeers() {
  const { appraisal_cycles: cycles, ...more } = reviewSeed();
  const weights = { self: 10, manager: 30, peer: 50, customer: 10 };
  return {
    ...more,
    appraisal_cycles: cycles.map((cycle) => ({ ...cycle, review: { ...cycle.review, weights } })),
  };
}

type Documents = Record<string, Record<string, unknown>[]>;

/** The company of the review tests under an instrument; `begin` puts the database to where a run begins. */
export async function openInstrumentedReviews(now: string) {
  const company = reviewCompany(await openInstrumentedCompany(now));
  const begin = async (documents: Documents, at = now): Promise<void> => {
    company.clock.set(Date.parse(at));
    const none = company.db.collectionNames().map((name) => [name, []]);
    await company.db.replaceAll({ ...Object.fromEntries(none), ...documents });
  };
  const everything = async (): Promise<Documents> => {
    const found = company.db.collectionNames().map(async (name) => [name, await company.db.find(name)]);
    return Object.fromEntries(await Promise.all(found)) as Documents;
  };
  const stored = async () => (await company.db.find('reviews')) as unknown as StoredReview[];
  return {
    ...company,
    begin,
    everything,
    stored,
    /** The database after some steps that nobody disturbs. */
    async after(...steps: (() => Promise<unknown>)[]): Promise<Documents> {
      await begin({ ...requestSeed(), ...seedOfPeers() });
      for (const step of steps) await step();
      return everything();
    },
    /** As many answers are counted as were handed in, and what is published is made of all of these. */
    async expectWhole(subject: string): Promise<void> {
      const sent = (await stored()).filter(
        ({ subjectId, submittedAt }) => subjectId === subject && submittedAt,
      );
      const [state] = await company.db.find('review_people', { employeeId: subject });
      expect(state?.answered ?? 0).toBe(sent.length);
      const snapshot = state?.snapshot as { exact: { groups: Record<string, string> } } | null | undefined;
      if (!snapshot) return;
      const peers = sent.filter(({ relation }) => relation === 'peer');
      const items = peers.flatMap(({ ratings }) => Object.values(ratings));
      const sum = items.reduce((total, rating) => total + rating, 0);
      const [n = Number.NaN, d = 1] = (snapshot.exact.groups.peer ?? '').split('/').map(Number);
      expect(n * items.length).toBe(sum * d);
    },
  };
}
