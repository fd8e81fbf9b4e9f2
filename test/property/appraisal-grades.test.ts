import fc from 'fast-check';
import type { CalibrationRow, GradeRule } from '#contracts/appraisal';
import { boardRow, calibrated, openBoard } from '../../cloudfunctions/appraisal/domain/calibration';
import { gradesByQuota } from '../../cloudfunctions/appraisal/domain/grades-by-quota';
import { overQuota } from '../../cloudfunctions/appraisal/domain/over-quota';
import { promotionPool } from '../../cloudfunctions/appraisal/domain/promotion-pool';
import { quotaFor } from '../../cloudfunctions/appraisal/domain/quota';
import { AppError } from '../../cloudfunctions/shared/errors/app-error';
import { A_TO_D, BY_QUOTA, instant } from '../unit/cloudfunctions/support/appraisal';

const RUNS = { numRuns: 500 };

/** Shares in tenths of a percent that sum to 100 %. */
const rule = fc
  .uniqueArray(fc.integer({ min: 1, max: 999 }), { minLength: 3, maxLength: 3 })
  .map((cuts): GradeRule => {
    const edges = [0, ...cuts.sort((a, b) => a - b), 1_000];
    const shares = edges.slice(1).map((edge, at) => (edge - (edges[at] ?? 0)) / 10);
    return {
      ...BY_QUOTA,
      grades: BY_QUOTA.grades.map((grade, at) => ({ ...grade, share: shares[at] ?? 0 })),
    };
  });
/** Few different scores, so that many people are equal. */
const people = fc
  .array(fc.integer({ min: 0, max: 30 }), { maxLength: 60 })
  .map((scores) =>
    scores.map((shown, at) => ({ personId: `P${String(at).padStart(2, '0')}`, shown: shown / 2 })),
  );

test('places are never more than a person away from the shares, and D is only rounded down', () => {
  fc.assert(
    fc.property(rule, fc.nat(5_000), (shares, size) => {
      const places = quotaFor(shares, size);
      expect(places.reduce((sum, each) => sum + each, 0)).toBe(size);
      const ideal = shares.grades.map(({ share }) => (size * (share ?? 0)) / 100);
      const d = places[3] ?? 0;
      expect(d).toBe(size < 20 ? 0 : Math.floor((ideal[3] ?? 0) + 1e-9));
      // Those for whom there is no D are divided over the others in proportion to their shares.
      const rest = (size - d) / (size - (ideal[3] ?? 0));
      places.slice(0, 3).forEach((each, at) => {
        expect(Math.abs(each - (size === 0 ? 0 : (ideal[at] ?? 0) * rest))).toBeLessThan(1);
      });
    }),
    RUNS,
  );
});

test('equal people have equal grades, better ones never a worse grade, and nobody is left out', () => {
  fc.assert(
    fc.property(rule, people, fc.integer(), (shares, all, seed) => {
      const { grades, ties } = gradesByQuota(shares, all);
      const shuffled = [...all].sort(
        (a, b) =>
          ((Number(a.personId.slice(1)) * 31 + seed) % 17) - ((Number(b.personId.slice(1)) * 31 + seed) % 17),
      );
      expect(gradesByQuota(shares, shuffled).grades).toEqual(grades);
      const given = new Map(grades.map(({ personId, grade }) => [personId, grade]));
      expect(given.size).toBe(all.length);
      const rankOf = (id: string) => shares.grades.findIndex((grade) => grade.id === given.get(id));
      for (const one of all)
        for (const other of all)
          if (one.shown >= other.shown)
            expect(rankOf(one.personId)).toBeLessThanOrEqual(rankOf(other.personId));
      for (const tie of ties) expect(all.filter(({ shown }) => shown === tie.shown)).toHaveLength(tie.people);
      if (all.length < 20) expect([...given.values()]).not.toContain('D');
      const bound = { ...shares, enforcedFrom: 20 };
      const graded = all.map((person) => ({ ...person, grade: given.get(person.personId) ?? '' }));
      expect(overQuota(bound, graded)).toBeNull();
    }),
    RUNS,
  );
});

test('nobody in the pool is worse than somebody outside, and people who are equal are in or out together', () => {
  fc.assert(
    fc.property(people, fc.constantFrom('in' as const, 'out' as const), (all, ties) => {
      const graded = all.map((person) => ({ ...person, grade: person.shown > 8 ? 'A' : 'B' }));
      const pool = promotionPool(A_TO_D, graded, 20, ties);
      expect(pool.places).toBe(Math.floor(0.2 * all.length + 0.5));
      const inside = graded.filter(({ personId }) => pool.personIds.includes(personId));
      const outside = graded.filter(({ personId }) => !pool.personIds.includes(personId));
      for (const one of inside) for (const other of outside) expect(one.shown).toBeGreaterThan(other.shown);
      if (pool.tie === null) expect(inside).toHaveLength(pool.places);
      else if (ties === 'in') expect(inside.length).toBeGreaterThan(pool.places);
      else expect(inside.length).toBeLessThan(pool.places);
    }),
    RUNS,
  );
});

/** An edit of somebody by one of two calibrators, who see a row when they begin and save later. */
const step = fc.record({
  by: fc.constantFrom('LI', 'WANG'),
  person: fc.constantFrom('P1', 'P2', 'P3'),
  to: fc.constantFrom('A', 'B', 'C', 'D'),
  does: fc.constantFrom('looks', 'saves', 'saves', 'sends again'),
});

test('of two calibrators who work at once nothing is lost and nothing is done twice', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const board = openBoard();
      const rows = new Map<string, CalibrationRow>();
      for (const id of ['P1', 'P2', 'P3']) rows.set(id, boardRow({ personId: id, shown: 80, grade: 'B' }));
      const rowOf = (id: string) => rows.get(id) as CalibrationRow;
      const seen = new Map<string, number>();
      const sent = new Map<string, Parameters<typeof calibrated>[2]>();
      const accepted: string[] = [];
      steps.forEach(({ by, person, to, does }, at) => {
        const key = `${by} ${person}`;
        if (does === 'looks') {
          seen.set(key, rowOf(person).rev);
          return;
        }
        const edit = { to, reason: `${by} ${at}`, rev: seen.get(key) ?? 0 };
        const before = rowOf(person);
        const order = does === 'sends again' ? (sent.get(key) ?? edit) : edit;
        sent.set(key, order);
        try {
          const after = calibrated(board, before, order, { by, at: instant(at) }, A_TO_D);
          rows.set(person, after);
          if (after !== before) accepted.push(order.reason);
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
          expect(rowOf(person)).toBe(before);
        }
      });
      const kept = [...rows.values()].flatMap(({ changes }) => changes.map(({ reason }) => reason));
      expect(kept.sort()).toEqual(accepted.sort());
      expect(new Set(kept).size).toBe(kept.length);
      for (const { before, after, changes, rev } of rows.values()) {
        expect(rev).toBe(changes.length);
        // Every change begins where the one before ended: nobody has overwritten what they did not see.
        expect([before, ...changes.map(({ to }) => to)]).toEqual([...changes.map(({ from }) => from), after]);
      }
    }),
    RUNS,
  );
});
