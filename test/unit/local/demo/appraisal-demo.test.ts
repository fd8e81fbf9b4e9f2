import type { AppraisalPerson } from '#contracts/appraisal-cycle';
import { checkScheme } from '../../../../cloudfunctions/appraisal/domain/check-scheme';
import { SHIPPED_SCHEMES } from '../../../../cloudfunctions/appraisal/domain/shipped-schemes';
import { placeOf } from '../../../../cloudfunctions/reviews/domain/asked';
import { requirePeers } from '../../../../cloudfunctions/reviews/domain/peers';
import { codeHash } from '../../../../cloudfunctions/reviews/services/customer-card';
import { answersOf } from '../../../../local/demo/appraisal-answers';
import { demoCode } from '../../../../local/demo/appraisal-customers';
import { appraisedMonths } from '../../../../local/demo/appraisal-months';
import { appraisalPeople, reviewPeople } from '../../../../local/demo/appraisal-people';
import { SCHEME } from '../../../../local/demo/appraisal-plan';
import { dayOf } from '../../../../local/demo/demo-days';
import { demoPeople } from '../../../../local/demo/demo-person';

const NOW = Date.parse('2026-11-23T08:50:00+08:00');

function written(now: number, size = 60) {
  const people = demoPeople(dayOf(now), size);
  const months = appraisedMonths(now, size);
  return months.map((month, at) => {
    const appraised = appraisalPeople(month, people);
    const states = reviewPeople(month, appraised);
    const answers = answersOf(month, appraised, states, { back: months.length - 1 - at, now });
    return { month, appraised, states, ...answers };
  });
}

describe('what people of the demo wrote about each other', () => {
  it('is the same on every machine', () => {
    expect(written(NOW)).toEqual(written(NOW));
  });

  it('is nobody twice about one person, and by everybody as what they are to the person', () => {
    for (const { month, appraised, reviews, review_people } of written(NOW)) {
      const people = new Map(appraised.map((each) => [each.person.id, each]));
      expect(new Set(reviews.map(({ subjectId, raterId }) => `${subjectId} ${raterId}`)).size).toBe(
        reviews.length,
      );
      for (const { _id, subjectId, relation, raterId } of reviews) {
        expect(_id).toBe(`${month.cycle._id}:${subjectId}:${relation}:${raterId}`);
        if (relation !== 'customer')
          expect(placeOf(people.get(subjectId) as AppraisalPerson, raterId)).toBe(relation);
      }
      for (const { employeeId, answered } of review_people)
        expect(answered).toBe(
          reviews.filter(({ subjectId, submittedAt }) => subjectId === employeeId && submittedAt !== null)
            .length,
        );
    }
  });

  it('comes from peers that could be chosen', () => {
    for (const { month, appraised, states } of written(NOW)) {
      const people = new Map(appraised.map((each) => [each.person.id, each]));
      for (const { employeeId, peers } of states)
        requirePeers(
          people.get(employeeId) as AppraisalPerson,
          peers,
          month.cycle.review?.peers ?? { least: 9, most: 0 },
          [],
        );
    }
  });

  it('comes from customers whom nothing names, to the hour', () => {
    const [first] = written(NOW);
    const about = first?.reviews.filter(
      ({ subjectId, relation }) => subjectId === 'E0012' && relation === 'customer',
    );
    expect(new Set(about?.map(({ raterId }) => raterId)).size).toBe(5);
    for (const { savedAt } of about ?? []) expect(savedAt % 3_600_000).toBe(0);
    for (const { _id, hash } of first?.review_codes ?? []) expect(hash).toBe(codeHash(demoCode(_id)));
  });

  it.each(['2026-12-01T00:20:00+08:00', '2027-01-03T09:00:00+08:00', '2027-02-28T23:50:00+08:00'])(
    'fits into its time on %s: nothing is ahead of now, and one thing follows on the other',
    (at) => {
      const now = Date.parse(at);
      for (const { month, reviews } of written(now)) {
        const { startedAt, answersUntil, review } = month.cycle;
        expect(startedAt).toBeLessThanOrEqual(now);
        expect(
          review && review.peersUntil <= review.confirmUntil && review.confirmUntil <= answersUntil,
        ).toBe(true);
        const end = month.isRunning ? now : Date.parse(`${month.closesOn}T00:00:00+08:00`);
        expect(end).toBeLessThanOrEqual(now);
        if (month.isRunning) expect(answersUntil >= dayOf(now)).toBe(true);
        for (const { savedAt } of reviews) {
          expect(savedAt).toBeLessThanOrEqual(end);
          expect(savedAt).toBeGreaterThanOrEqual(startedAt - 3_600_000);
        }
      }
    },
  );

  it('is of the sixty only in a company of thousands', () => {
    const all = written(NOW, 1_000);
    expect(all.slice(-2).every(({ appraised }) => appraised.length > 50)).toBe(true);
    for (const { appraised } of all) {
      expect(appraised.length).toBeGreaterThan(15);
      expect(appraised.every(({ person }) => person.id <= 'E0060')).toBe(true);
      expect(appraised.every(({ reports }) => reports.every((id) => id <= 'E0060'))).toBe(true);
    }
  });

  it('is scored by a scheme that a company could use, with the grades of the shipped ones', () => {
    expect(() => checkScheme(SCHEME)).not.toThrow();
    const office = SHIPPED_SCHEMES.find(({ id }) => id === 'office');
    expect(SCHEME.grades).toEqual(office?.scheme.grades);
  });
});
