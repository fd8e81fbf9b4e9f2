import type { AppraisalCycle } from '#contracts/appraisal-cycle';
import type { PoolView } from '#contracts/appraisal-results';
import { promotionPool } from '../domain/promotion-pool';
import { latestVersion } from '../domain/result';
import { allResults } from './all-results';

/** Percent of the company. */
const SHARE = 20;

/** The pool of a published cycle by the versions that hold; who is equal at the border is in. */
export async function poolOf({ _id, scheme }: AppraisalCycle): Promise<NonNullable<PoolView['pool']>> {
  const people = (await allResults(_id)).flatMap(({ person, job, result }) =>
    result ? [{ person, job, version: latestVersion(result) }] : [],
  );
  const graded = people.map(({ person, version: { shown, grade } }) => ({
    personId: person.id,
    shown,
    grade,
  }));
  const { personIds, ...pool } = promotionPool(scheme.grades, graded, SHARE, 'in');
  const byId = new Map(people.map((each) => [each.person.id, each]));
  const rows = personIds.flatMap((id) => {
    const found = byId.get(id);
    if (!found) return [];
    const { person, job, version } = found;
    return [{ person, job, shown: version.shown, grade: version.grade }];
  });
  return { ...pool, rows };
}
