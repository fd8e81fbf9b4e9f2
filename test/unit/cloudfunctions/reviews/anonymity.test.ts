import type { Instant } from '#contracts/common';
import type {
  AnonymousRelation,
  ReviewCell,
  ReviewFigures,
  ReviewProgress,
  ReviewRelation,
} from '#contracts/review';
import { checkTerms, DEFAULT_THRESHOLD } from '../../../../cloudfunctions/reviews/domain/check-terms';
import { lateRaters, progressFor } from '../../../../cloudfunctions/reviews/domain/progress-for';
import { publishReview } from '../../../../cloudfunctions/reviews/domain/publish-review';
import { publishUnits } from '../../../../cloudfunctions/reviews/domain/publish-units';
import type {
  PersonReview,
  ReviewAnswer,
  ReviewCycle,
  ReviewSnapshot,
  UnitMember,
} from '../../../../cloudfunctions/reviews/domain/review';
import { unitViewFor, viewFor } from '../../../../cloudfunctions/reviews/domain/view-for';
import { AppError } from '../../../../cloudfunctions/shared/errors/app-error';

const CLOSE = 1_000 as Instant;
const TERMS = {
  threshold: DEFAULT_THRESHOLD,
  scale: { least: 1, most: 5 },
  items: [
    { id: 'trust', kind: 'rating' },
    { id: 'clarity', kind: 'rating' },
    { id: 'advice', kind: 'text' },
  ],
  weights: { self: 0, manager: 40, peer: 30, report: 20, customer: 10 },
} as const;
const cycle: ReviewCycle = { ...TERMS, closedAt: CLOSE };
const ASKED: readonly ReviewRelation[] = ['self', 'manager', 'peer', 'report', 'customer'];

let count = 0;
const answer = (relation: ReviewRelation, trust?: number, more: Partial<ReviewAnswer> = {}): ReviewAnswer => {
  count += 1;
  const rater = relation === 'self' ? 'E-REVIEWED' : `E-RATER-${count}`;
  const ratings: Record<string, number> = trust === undefined ? {} : { trust, clarity: trust };
  return { rater, relation, at: CLOSE, ratings, texts: {}, ...more };
};
const all = (relation: ReviewRelation, ...ratings: number[]): ReviewAnswer[] =>
  ratings.map((rating) => answer(relation, rating));

const about = (answers: readonly ReviewAnswer[], asked = ASKED): PersonReview => ({
  person: 'E-REVIEWED',
  asked,
  answers,
});
function publish(
  answers: readonly ReviewAnswer[],
  more: Partial<ReviewCycle> = {},
  asked = ASKED,
): ReviewSnapshot {
  const snapshot = publishReview({ ...cycle, ...more }, about(answers, asked));
  if (!snapshot) throw new Error('nothing is published');
  return snapshot;
}
const groupOf = ({ figures }: { figures: ReviewFigures }, relation: ReviewRelation) => {
  const group = figures.groups.find((each) => each.relation === relation);
  if (!group) throw new Error(`${relation} was not asked`);
  return group;
};
const cellOf = (snapshot: { figures: ReviewFigures }, relation: ReviewRelation, item: string): ReviewCell =>
  groupOf(snapshot, relation).cells.find((cell) => cell.item === item) as ReviewCell;
const isHidden = (snapshot: { figures: ReviewFigures }, relation: ReviewRelation): boolean =>
  groupOf(snapshot, relation).mean === null;

/** Code and data of what is thrown; null if nothing is. */
function refusal(work: () => unknown): readonly [code: string, data: unknown] | null {
  try {
    work();
    return null;
  } catch (error) {
    if (error instanceof AppError) return [error.code, error.data];
    throw error;
  }
}

const PEERS = [4, 4, 5, 3, 4];

describe('leaks that others had', () => {
  test('nobody sees anything before the close, however many have answered', () => {
    expect(publishReview({ ...cycle, closedAt: null }, about(all('peer', ...PEERS)))).toBeNull();
  });

  test.each([1, 2, 3])('%i answers of peers are not enough', (given) => {
    const snapshot = publish(all('peer', ...PEERS.slice(0, given)));
    expect(isHidden(snapshot, 'peer')).toBe(true);
    expect(snapshot.figures.total).toEqual({ mean: null, weights: [] });
  });

  test('a sixth answer after the close is not derived from two means: 6 × 3.8333 − 20 would be 3', () => {
    const peers = all('peer', ...PEERS);
    const first = publish(peers, {}, ['peer']);
    expect(groupOf(first, 'peer').mean).toEqual({ mean: 4, bound: 'exact' });
    const sixth = answer('peer', 3, { at: (CLOSE + 1) as Instant });
    // Late: it does not count in what was published, and not where HR opens the cycle again.
    expect(publish([...peers, sixth], {}, ['peer'])).toEqual(first);
    const reopened = { ...cycle, closedAt: (CLOSE + 2) as Instant };
    expect(publishReview(reopened, about([...peers, sixth], ['peer']), first)).toBe(first);
    const other = publish([...peers, sixth], reopened, ['peer']);
    expect(other.exact.total).toBe('23/6');
    expect(6 * (23 / 6) - 5 * 4).toBe(3);
  });

  test('an answer of the very moment of the close is in time', () => {
    expect(isHidden(publish(all('peer', 3, 3, 4, 4), {}, ['peer']), 'peer')).toBe(false);
  });

  test('a department of eight and its team of six: the two others are not what is left', () => {
    const answers = (member: string, from: number): UnitMember => {
      const own = all('peer', 3, 4);
      const review = { ...about(own, ['peer']), person: member };
      return { unit: from < 3 ? 'team' : 'department', review, snapshot: publish(own, {}, ['peer']) };
    };
    const members = ['a', 'b', 'c', 'd'].map(answers);
    const units = [
      { id: 'department', parent: null },
      { id: 'team', parent: 'department' },
    ];
    const published = publishUnits(cycle, units, members) ?? [];
    const meanOf = (unit: string) =>
      published.find((each) => each.unit === unit)?.figures.groups[0]?.mean ?? null;
    expect(meanOf('department')).toEqual({ mean: 3.5, bound: 'exact' });
    expect(meanOf('team')).toBeNull();
    // With two more who are not in the team, both are shown.
    const more = publishUnits(cycle, units, [...members, answers('e', 4)]) ?? [];
    expect(more.map(({ figures }) => figures.groups[0]?.mean?.mean)).toEqual([3.5, 3.5]);
  });

  test('nobody asked to answer, none and three look the same', () => {
    const peers = all('peer', ...PEERS, 3);
    const views = [0, 1, 2, 3].map((reports) =>
      publish([...peers, ...all('report', ...PEERS.slice(0, reports))]),
    );
    for (const view of views) expect(view).toEqual(views[0]);
  });

  test('an item is hidden where only one of five rated it, whatever they rated otherwise', () => {
    const peers = PEERS.map((trust, at) =>
      answer('peer', undefined, { ratings: at === 0 ? { trust, clarity: 2 } : { trust } }),
    );
    const snapshot = publish(peers, {}, ['peer']);
    expect(cellOf(snapshot, 'peer', 'clarity')).toEqual({ item: 'clarity', mean: null, spread: [] });
    // Alone it would follow from any figure about both, so that the other one is hidden too.
    expect(cellOf(snapshot, 'peer', 'trust').mean).toBeNull();
  });

  test('a spread of 4 + 1 is not shown; of 5 + 4 it is, without the numbers', () => {
    expect(cellOf(publish(all('peer', 4, 4, 4, 4, 2), {}, ['peer']), 'peer', 'trust').spread).toEqual([]);
    const nine = publish(all('peer', 1, 2, 3, 3, 5, 5, 4, 5, 4), {}, ['peer']);
    expect(cellOf(nine, 'peer', 'trust').spread).toEqual([
      { from: 1, to: 3, atLeast: 4 },
      { from: 4, to: 5, atLeast: 4 },
    ]);
  });

  test('levels that are left over at the top belong to the last part', () => {
    const nine = publish(all('peer', 1, 1, 2, 2, 3, 3, 3, 3, 5), {}, ['peer']);
    expect(cellOf(nine, 'peer', 'trust').spread).toEqual([
      { from: 1, to: 2, atLeast: 4 },
      { from: 3, to: 5, atLeast: 4 },
    ]);
  });

  test('no figure, text or list names a rater, and no two texts are of one', () => {
    const texts = (at: number) => ({ advice: `advice ${at}` });
    const answers = ASKED.flatMap((relation) =>
      (relation === 'self' || relation === 'manager' ? [3] : [3, 4, 4, 5, 2, 3]).map((rating, at) =>
        answer(relation, rating, { texts: texts(at) }),
      ),
    );
    const text = JSON.stringify(publish(answers));
    for (const { rater, at } of answers) {
      if (rater !== 'E-REVIEWED') expect(text).not.toContain(rater);
      expect(text).not.toContain(`:${at},`);
    }
  });

  test('while the cycle runs one sees how many have answered, and only its owner in HR who is late, not about whom', () => {
    const invitations = [
      { person: 'p', rater: 'E-2', isAnswered: true },
      { person: 'p', rater: 'E-1', isAnswered: false },
      { person: 'q', rater: 'E-1', isAnswered: false },
      { person: 'q', rater: 'E-0', isAnswered: false },
    ];
    for (const viewer of ['reviewed', 'manager', 'calibrator', 'hr'] as const) {
      expect(progressFor(viewer, invitations, false)).toEqual<ReviewProgress>({ asked: 4, answered: 1 });
      expect(progressFor(viewer, invitations, true)).toBeNull();
    }
    expect(progressFor('rater', invitations, false)).toBeNull();
    expect(lateRaters('hr', invitations, false)).toEqual([
      { employeeId: 'E-0', open: 1 },
      { employeeId: 'E-1', open: 2 },
    ]);
    expect(lateRaters('hr', invitations, true)).toEqual([]);
    for (const viewer of ['reviewed', 'manager', 'calibrator', 'rater'] as const)
      expect(lateRaters(viewer, invitations, false)).toEqual([]);
  });

  test('a review of oneself makes no fourth peer, and cannot be sent as one', () => {
    expect(isHidden(publish([...all('peer', 4, 4, 3), answer('self', 5)]), 'peer')).toBe(true);
    const own = answer('peer', 5, { rater: 'E-REVIEWED' });
    expect(refusal(() => publish([...all('peer', 4, 4, 3), own]))).toEqual([
      'INPUT_INVALID',
      { path: 'answers.3.relation', rule: 'self' },
    ]);
  });

  test('texts of four authors are kept back, of five they come in an order of their own', () => {
    const words = ['z last', 'a first', 'm middle', 'b second', 'y nearly last'];
    const peers = (texts: readonly string[]) =>
      texts.map((advice, at) => answer('peer', 2 + (at % 3), { texts: { advice } }));
    const four = publish(peers([...words.slice(0, 4), ' \u200B ']), {}, ['peer']);
    expect(groupOf(four, 'peer').texts).toEqual([{ item: 'advice', texts: [] }]);
    const five = publish(peers(words), {}, ['peer']);
    expect(groupOf(five, 'peer').texts).toEqual([{ item: 'advice', texts: [...words].sort() }]);
  });

  test('texts of a group that is hidden beside another one are hidden, too', () => {
    const peers = [3, 4, 4, 5, 2].map((trust) => answer('peer', trust, { texts: { advice: 'more tests' } }));
    const snapshot = publish([...peers, ...all('customer', 4)], {}, ['peer', 'customer']);
    expect(groupOf(snapshot, 'peer').texts).toEqual([{ item: 'advice', texts: [] }]);
  });

  test('a questionnaire of texts only shows them', () => {
    const peers = ['a', 'b', 'c', 'd', 'e'].map((advice) => answer('peer', undefined, { texts: { advice } }));
    const snapshot = publish(peers, { items: [{ id: 'advice', kind: 'text' }] }, ['peer']);
    expect(groupOf(snapshot, 'peer').texts[0]?.texts).toHaveLength(5);
  });
});

describe('what is hidden is missing', () => {
  test('with a group of two the next smallest one is hidden, and the others are the total', () => {
    const answers = [
      ...all('manager', 5),
      ...all('peer', ...PEERS),
      ...all('report', 2, 2, 2, 3, 3, 3),
      ...all('customer', 1, 1),
    ];
    const snapshot = publish(answers);
    expect(
      ['peer', 'report', 'customer'].map((each) => isHidden(snapshot, each as AnonymousRelation)),
    ).toEqual([true, false, true]);
    expect(snapshot.figures.total).toEqual({
      mean: { mean: 4.2, bound: 'exact' },
      weights: [
        { relation: 'manager', percent: 67 },
        { relation: 'report', percent: 33 },
      ],
    });
    expect(snapshot.exact).toEqual({ total: '25/6', groups: { manager: '5', report: '5/2' } });
    expect(snapshot.figures.items.map(({ mean }) => mean?.mean)).toEqual([4.2, 4.2]);
  });

  test('five peers and four customers are shown, with two customers neither is', () => {
    const asked: ReviewRelation[] = ['peer', 'customer'];
    const with4 = publish([...all('peer', ...PEERS), ...all('customer', 3, 4, 5, 3)], {}, asked);
    expect([isHidden(with4, 'peer'), isHidden(with4, 'customer')]).toEqual([false, false]);
    expect(with4.figures.total.weights.map(({ percent }) => percent)).toEqual([75, 25]);
    const with2 = publish([...all('peer', ...PEERS), ...all('customer', 3, 4)], {}, asked);
    expect([isHidden(with2, 'peer'), isHidden(with2, 'customer')]).toEqual([true, true]);
    expect(with2.figures.total.mean).toBeNull();
  });

  test('of hidden items no row and no column has only one', () => {
    const rated = (relation: AnonymousRelation, trust: number | null, clarity: number | null) =>
      answer(relation, undefined, {
        ratings: {
          ...(trust !== null && { trust }),
          ...(clarity !== null && { clarity }),
          depth: 3,
          pace: 3,
        },
      });
    const items = ['trust', 'clarity', 'depth', 'pace'].map((id) => ({ id, kind: 'rating' as const }));
    const peers = [rated('peer', 3, 3), ...[3, 4, 4, 4].map((each) => rated('peer', null, each))];
    const others = [3, 3, 4, 4, 2, 3].map((each) => rated('customer', each, each));
    const snapshot = publish([...peers, ...others], { items }, ['peer', 'customer']);
    const shown = (relation: ReviewRelation) =>
      groupOf(snapshot, relation).cells.map(({ mean }) => mean !== null);
    expect(shown('peer')).toEqual([false, false, true, true]);
    expect(shown('customer')).toEqual([false, false, true, true]);
  });

  test('an item that a group does not show is weighted over the others', () => {
    const peers = PEERS.map((trust) => answer('peer', undefined, { ratings: { trust } }));
    const snapshot = publish([...all('manager', 2), ...peers], {}, ['manager', 'peer']);
    // One of two items is hidden, and the other one with it.
    expect(snapshot.figures.items.map(({ weights }) => weights)).toEqual([
      [{ relation: 'manager', percent: 100 }],
      [{ relation: 'manager', percent: 100 }],
    ]);
  });

  test('a relation that was not asked is no line: nobody has to be hidden for it', () => {
    const snapshot = publish(all('peer', ...PEERS), {}, ['peer']);
    expect(isHidden(snapshot, 'peer')).toBe(false);
    expect(isHidden(publish(all('peer', ...PEERS), {}, ['peer', 'report']), 'peer')).toBe(true);
  });
});

describe('figures', () => {
  test('weights are the ones used: 40 and 30 are 57 and 43, and the total is 81.4', () => {
    const scale = { least: 0, most: 100 };
    const weights = { manager: 40, peer: 30, report: 30 };
    const answers = [...all('manager', 84), ...all('peer', 78, 76, 80, 78)];
    const snapshot = publish(answers, { scale, weights }, ['manager', 'peer']);
    expect(snapshot.figures.total).toEqual({
      mean: { mean: 81.4, bound: 'exact' },
      weights: [
        { relation: 'manager', percent: 57 },
        { relation: 'peer', percent: 43 },
      ],
    });
    expect(snapshot.exact.total).toBe('570/7');
  });

  test('of equal fractions the first gets the percent that is left', () => {
    const weights = { peer: 20, report: 20, customer: 20, manager: 40 };
    const answers = (['peer', 'report', 'customer'] as const).flatMap((each) => all(each, 3, 3, 4, 4));
    const { total } = publish(answers, { weights }, ['peer', 'report', 'customer']).figures;
    expect(total.weights.map(({ percent }) => percent)).toEqual([34, 33, 33]);
  });

  test('half a tenth goes up', () => {
    const answers = all('peer', 3, 4, 4, 4);
    expect(groupOf(publish(answers, {}, ['peer']), 'peer').mean).toEqual({ mean: 3.8, bound: 'exact' });
  });

  test('self and manager are shown as they are, self without a weight of its own', () => {
    const texts = { advice: 'I was late in March' };
    const snapshot = publish([answer('self', 5, { texts }), answer('manager', 1)], {}, ['self', 'manager']);
    expect(groupOf(snapshot, 'self')).toEqual({
      relation: 'self',
      mean: { mean: 5, bound: 'exact' },
      atLeast: null,
      cells: [
        { item: 'trust', mean: { mean: 5, bound: 'exact' }, spread: [] },
        { item: 'clarity', mean: { mean: 5, bound: 'exact' }, spread: [] },
      ],
      texts: [{ item: 'advice', texts: ['I was late in March'] }],
    });
    expect(groupOf(snapshot, 'manager').mean).toEqual({ mean: 1, bound: 'exact' });
    expect(snapshot.figures.total).toEqual({
      mean: { mean: 1, bound: 'exact' },
      weights: [{ relation: 'manager', percent: 100 }],
    });
  });

  test.each([
    [[5, 5, 5, 5], { mean: 4.8, bound: 'at-least' }, '5'],
    [[5, 5, 4, 5], { mean: 4.8, bound: 'at-least' }, '5'],
    [[5, 5, 4, 4], { mean: 4.5, bound: 'exact' }, '9/2'],
    [[1, 1, 1, 1], { mean: 1.3, bound: 'at-most' }, '5/4'],
    [[1, 1, 2, 1], { mean: 1.3, bound: 'at-most' }, '5/4'],
    [[1, 1, 2, 2], { mean: 1.5, bound: 'exact' }, '3/2'],
  ])('%j: all at one end is told with its neighbour, for the better of both', (ratings, mean, exact) => {
    const snapshot = publish(all('peer', ...ratings), {}, ['peer']);
    expect(cellOf(snapshot, 'peer', 'trust').mean).toEqual(mean);
    expect(snapshot.exact.total).toBe(exact);
    const isAbout = mean.bound !== 'exact';
    expect(groupOf(snapshot, 'peer').mean?.bound).toBe(isAbout ? 'about' : 'exact');
    expect(snapshot.figures.total.mean?.bound).toBe(isAbout ? 'about' : 'exact');
  });

  test('of thirty the neighbour has the same decimal, and nothing is said', () => {
    const many = Array.from({ length: 30 }, () => 5);
    expect(cellOf(publish(all('peer', ...many), {}, ['peer']), 'peer', 'trust').mean).toEqual({
      mean: 5,
      bound: 'exact',
    });
  });

  test.each([
    [4, 4],
    [7, 4],
    [8, 8],
    [15, 8],
    [16, 16],
  ])('%i answers are at least %i', (given, atLeast) => {
    const peers = Array.from({ length: given }, (_, at) => 2 + (at % 3));
    expect(groupOf(publish(all('peer', ...peers), {}, ['peer']), 'peer').atLeast).toBe(atLeast);
  });
});

describe('who sees what', () => {
  const texts = { advice: 'a word' };
  const answers = [
    answer('manager', 4, { texts }),
    ...[3, 4, 4, 5, 3].map((trust) => answer('peer', trust, { texts })),
  ];
  const { figures } = publish(answers, {}, ['manager', 'peer']);
  const textsIn = (seen: ReviewFigures | null) => seen?.groups.flatMap((group) => group.texts) ?? null;

  test.each([
    ['reviewed', 2, false],
    ['manager', 2, true],
    ['calibrator', 0, true],
    ['hr', 0, true],
  ] as const)('%s: figures, %i texts, a unit: %s', (viewer, given, hasUnits) => {
    const seen = viewFor(viewer, figures);
    expect(seen?.total).toEqual(figures.total);
    expect(textsIn(seen)).toHaveLength(given);
    expect(unitViewFor(viewer, figures)).toEqual(hasUnits ? figures : null);
  });

  test('raters see nothing of it', () => {
    expect(viewFor('rater', figures)).toBeNull();
    expect(unitViewFor('rater', figures)).toBeNull();
  });
});

describe('answers and terms that cannot be', () => {
  const bad: readonly (readonly [string, readonly ReviewAnswer[], string, string])[] = [
    [
      'a rater twice',
      [answer('peer', 3, { rater: 'E-1' }), answer('report', 3, { rater: 'E-1' })],
      'answers.1.rater',
      'repeated',
    ],
    ['two managers', all('manager', 3, 4), 'answers.1.relation', 'repeated'],
    ['the review of oneself by another', [answer('self', 3, { rater: 'E-1' })], 'answers.0.relation', 'self'],
    ['above the scale', all('peer', 6), 'answers.0.ratings.trust', 'out-of-range'],
    ['below the scale', all('peer', 0), 'answers.0.ratings.trust', 'out-of-range'],
    ['between two levels', all('peer', 3.5), 'answers.0.ratings.trust', 'whole-number'],
    [
      'an item that is not there',
      [answer('peer', 3, { ratings: { charm: 3 } })],
      'answers.0.ratings.charm',
      'unknown-field',
    ],
    [
      'a figure for a text',
      [answer('peer', 3, { ratings: { advice: 3 } })],
      'answers.0.ratings.advice',
      'unknown-field',
    ],
    [
      'a text for a figure',
      [answer('peer', 3, { texts: { trust: 'high' } })],
      'answers.0.texts.trust',
      'unknown-field',
    ],
  ];
  test.each(bad)('%s', (_, answers, path, rule) => {
    expect(refusal(() => publish(answers))).toEqual(['INPUT_INVALID', { path, rule }]);
  });

  test('somebody who was not asked', () => {
    const sent = refusal(() => publish(all('customer', 3), {}, ['peer']));
    expect(sent).toEqual(['INPUT_INVALID', { path: 'answers.0.relation', rule: 'asked' }]);
    const weights = { peer: 100 };
    expect(refusal(() => publish(all('customer', 3), { weights }))).toEqual(sent);
  });

  test.each([
    ['a threshold of two', { threshold: 2 }, 'threshold', 'out-of-range'],
    ['half a threshold', { threshold: 3.5 }, 'threshold', 'out-of-range'],
    ['a threshold of eleven', { threshold: 11 }, 'threshold', 'out-of-range'],
    ['a scale below zero', { scale: { least: -1, most: 5 } }, 'scale.least', 'out-of-range'],
    ['a scale of one level', { scale: { least: 5, most: 5 } }, 'scale.most', 'out-of-range'],
    ['a scale beyond a hundred', { scale: { least: 0, most: 101 } }, 'scale.most', 'out-of-range'],
    ['no item', { items: [] }, 'items', 'too-many'],
    ['an item twice', { items: [TERMS.items[0], TERMS.items[0]] }, 'items', 'repeated'],
    ['weights of 90', { weights: { peer: 90 } }, 'weights', 'sum'],
    ['a weight below zero', { weights: { peer: 110, self: -10 } }, 'weights.peer', 'out-of-range'],
    ['a relation that is none', { weights: { peer: 50, friend: 50 } }, 'weights.friend', 'unknown-option'],
  ])('%s', (_, more, path, rule) => {
    expect(refusal(() => checkTerms({ ...TERMS, ...more }, null))).toEqual(['INPUT_INVALID', { path, rule }]);
  });

  test.each([
    ['the threshold is lowered', { threshold: 3 }, 'threshold'],
    ['the threshold is raised', { threshold: 5 }, 'threshold'],
    ['the scale grows', { scale: { least: 1, most: 10 } }, 'scale'],
    ['an item is added', { items: [...TERMS.items, { id: 'more', kind: 'rating' as const }] }, 'items'],
    ['peers are asked no longer', { weights: { self: 0, manager: 70, report: 20, customer: 10 } }, 'weights'],
  ])('once it has started: %s', (_, more, path) => {
    expect(() => checkTerms({ ...TERMS, ...more }, null)).not.toThrow();
    expect(refusal(() => checkTerms({ ...TERMS, ...more }, TERMS))).toEqual([
      'INPUT_INVALID',
      { path, rule: 'fixed' },
    ]);
  });

  test('the same terms in another order are the same', () => {
    const weights = { customer: 10, report: 20, peer: 30, manager: 40, self: 0 };
    expect(() => checkTerms({ ...TERMS, weights, threshold: 4 }, TERMS)).not.toThrow();
    expect(() => checkTerms({ ...TERMS, threshold: 3 }, null)).not.toThrow();
    expect(() => checkTerms({ ...TERMS, threshold: 10 }, null)).not.toThrow();
  });
});

describe('units', () => {
  const member = (unit: string, ...ratings: number[]): UnitMember => {
    const own = all('peer', ...ratings);
    count += 1;
    const review = { ...about(own, ['peer']), person: `E-${count}` };
    return { unit, review, snapshot: publish(own, {}, ['peer']) };
  };
  const unitsOf = (members: readonly UnitMember[], units: readonly (readonly [string, string | null])[]) =>
    publishUnits(
      cycle,
      units.map(([id, parent]) => ({ id, parent })),
      members,
    ) ?? [];

  test('nothing before the close, and once', () => {
    const units = [{ id: 'team', parent: null }];
    expect(publishUnits({ ...cycle, closedAt: null }, units, [])).toBeNull();
    const first = unitsOf([member('team', 3, 3, 4, 4)], [['team', null]]);
    expect(publishUnits(cycle, units, [], first)).toBe(first);
  });

  test('answers about persons whose own figures are hidden count in their team', () => {
    const [team] = unitsOf([member('team', 3, 4), member('team', 5, 3, 2)], [['team', null]]);
    expect(team?.figures.groups).toEqual([
      {
        relation: 'peer',
        mean: { mean: 3.4, bound: 'exact' },
        atLeast: 4,
        cells: [
          { item: 'trust', mean: { mean: 3.4, bound: 'exact' }, spread: [] },
          { item: 'clarity', mean: { mean: 3.4, bound: 'exact' }, spread: [] },
        ],
        texts: [],
      },
    ]);
    expect(team?.exact).toEqual({ total: '17/5', groups: { peer: '17/5' } });
  });

  test('late answers do not count, nor do those of self and manager', () => {
    const own = [
      ...all('peer', 3, 3, 3, 3),
      answer('peer', 5, { at: (CLOSE + 1) as Instant }),
      answer('manager', 5),
    ];
    const review = about(own, ['peer', 'manager']);
    const [team] = unitsOf(
      [{ unit: 'team', review, snapshot: publish(own, {}, ['peer', 'manager']) }],
      [['team', null]],
    );
    expect(team?.figures.groups.map(({ relation, mean }) => [relation, mean?.mean])).toEqual([['peer', 3]]);
  });

  test('a unit with a hidden part that is too small shows nothing, if nothing inside of it can be hidden', () => {
    const members = [member('team', 3, 4, 4, 3), member('team', 3)];
    const [team] = unitsOf(members, [['team', null]]);
    expect(team?.figures.groups[0]?.mean).toBeNull();
    expect(team?.figures.groups[0]?.atLeast).toBeNull();
  });

  test('a team of everybody in it is shown with the department around it', () => {
    const published = unitsOf(
      [member('team', 3, 3), member('team', 4, 4)],
      [
        ['department', null],
        ['team', 'department'],
      ],
    );
    expect(published.map(({ figures }) => figures.groups[0]?.mean?.mean)).toEqual([3.5, 3.5]);
  });

  test('the smallest of two teams is hidden for one who belongs to neither', () => {
    const published = unitsOf(
      [
        member('north', 3, 3),
        member('north', 4, 4),
        member('south', 4, 4),
        member('south', 4, 5),
        member('south', 3, 3),
        member('company', 2),
      ],
      [
        ['south', 'company'],
        ['company', null],
        ['north', 'company'],
      ],
    );
    const means = published.map(({ unit, figures }) => [unit, figures.groups[0]?.mean?.mean ?? null]);
    expect(Object.fromEntries(means)).toEqual({ north: null, south: 3.8, company: 3.5 });
  });

  test.each([
    [
      'a unit twice',
      [
        ['a', null],
        ['a', null],
      ],
      'units',
      'repeated',
    ],
    ['a parent that is not there', [['a', 'b']], 'units.0.parent', 'unknown-option'],
    [
      'units around each other',
      [
        ['a', 'b'],
        ['b', 'a'],
      ],
      'units',
      'loop',
    ],
  ] as const)('%s', (_, units, path, rule) => {
    expect(refusal(() => unitsOf([], units))).toEqual(['INPUT_INVALID', { path, rule }]);
  });

  test('a person of a unit that is not there', () => {
    expect(refusal(() => unitsOf([member('b', 3)], [['a', null]]))).toEqual([
      'INPUT_INVALID',
      { path: 'members.0.unit', rule: 'unknown-option' },
    ]);
  });
});

/** Every name of a field inside a type. */
type FieldOf<T> = T extends readonly (infer Item)[]
  ? FieldOf<Item>
  : T extends object
    ? { [Key in keyof T]: Key | FieldOf<T[Key]> }[keyof T]
    : never;

describe('the type of what is published', () => {
  test('has no field for a rater, an author or a time', () => {
    // A type error once one is added.
    const none: [
      Extract<FieldOf<ReviewFigures>, 'rater' | 'raterId' | 'author' | 'by' | 'at' | 'id' | 'employeeId'>,
    ] extends [never]
      ? true
      : false = true;
    const fields: Record<FieldOf<ReviewFigures>, true> = {
      groups: true,
      items: true,
      total: true,
      relation: true,
      mean: true,
      bound: true,
      atLeast: true,
      cells: true,
      item: true,
      spread: true,
      from: true,
      to: true,
      texts: true,
      weights: true,
      percent: true,
    };
    const answers = ASKED.flatMap((relation) =>
      relation === 'manager' || relation === 'self'
        ? all(relation, 4)
        : all(relation, 1, 2, 3, 3, 5, 4, 4, 4),
    );
    const keys = new Set<string>();
    JSON.stringify(publish(answers).figures, (key, value) => {
      if (key !== '' && !/^\d+$/.test(key)) keys.add(key);
      return value;
    });
    expect(none).toBe(true);
    expect([...keys].sort()).toEqual(Object.keys(fields).sort());
  });
});
