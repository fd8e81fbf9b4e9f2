import type { Instant } from '#contracts/common';
import type { ReviewChange } from '#contracts/reviews';
import { type KeptReview, readEncrypted, readStored, writeEncrypted } from '../../services/store';

/** The newest ones are kept. */
const MAX_KEPT = 8;
const MAX_AGE_MS = 30 * 86_400_000;

interface About {
  readonly cycleId: string;
  readonly subjectId: string;
}

const employeeOf = (): string => readStored('profile')?.employeeId ?? '';

const isOf =
  ({ cycleId, subjectId }: About) =>
  (kept: KeptReview): boolean =>
    kept.cycleId === cycleId && kept.subjectId === subjectId;

/** What the person has written here and the server does not have; of other people on this phone nothing. */
async function keptHere(now: Instant): Promise<readonly KeptReview[]> {
  const all = (await readEncrypted('keptReviews')) ?? [];
  const employeeId = employeeOf();
  return all.filter((kept) => kept.employeeId === employeeId && now - kept.at < MAX_AGE_MS);
}

/** One write after another, so that none of two is lost. */
let last: Promise<unknown> = Promise.resolve();

function change(edit: (all: readonly KeptReview[]) => readonly KeptReview[], now: Instant): Promise<void> {
  const next = last.then(async () => writeEncrypted('keptReviews', edit(await keptHere(now))));
  last = next.catch(() => undefined);
  return next;
}

/**
 * Keeps on the phone what the server does not have yet of a review, encrypted, until it has: the app may be closed before. Nothing is
 * sent from here. @throws ClientError STORAGE_FULL
 */
export const keepAnswers = (about: About, { ratings, texts }: ReviewChange, now: Instant): Promise<void> =>
  change((all) => {
    const others = all.filter((each) => !isOf(about)(each));
    if (Object.keys(ratings).length + Object.keys(texts).length === 0) return others;
    const { cycleId, subjectId } = about;
    const kept: KeptReview = { employeeId: employeeOf(), cycleId, subjectId, ratings, texts, at: now };
    return [kept, ...others].slice(0, MAX_KEPT);
  }, now);

/** What was kept of a review; null if the server has everything. */
export async function findKeptAnswers(about: About, now: Instant): Promise<ReviewChange | null> {
  return (await keptHere(now)).find(isOf(about)) ?? null;
}
