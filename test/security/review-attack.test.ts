import fc from 'fast-check';
import type { ReviewViewer } from '#contracts/review';
import { ATTACKED_REVIEWS } from '../soak/counts';
import { type Determined, enumerate, FINE_SCALE, subtract } from './support/reviews/attacker';
import { type Break, type ReviewRules, reviewRules } from './support/reviews/rules';
import { CLOSED, coalitions, placesOf, secretsOf, sightOf, type World } from './support/reviews/world';

const VIEWERS: readonly ReviewViewer[] = ['reviewed', 'manager', 'calibrator', 'hr'];

const person = (...raters: string[]) => ({ p: { raters } });

/** Populations with everything that has gone wrong elsewhere: small groups, items that were left out, late answers, nested units. */
const WORLDS: Readonly<Record<string, World>> = {
  'one peer has answered': { threshold: 4, items: ['a'], people: person('peer 1', 'manager 1') },
  'five peers and a late sixth': { threshold: 4, items: ['a'], people: person('peer 5', 'peer 1 late') },
  'five peers and one report': {
    threshold: 4,
    items: ['a'],
    people: person('peer 5', 'report 1', 'manager 1'),
  },
  'an item that one of the peers rates': {
    threshold: 4,
    items: ['a', 'b'],
    people: person('peer 1', 'peer 4 a'),
  },
  'items that some leave out, in two groups': {
    threshold: 3,
    items: ['a', 'b', 'c'],
    people: person('peer 3', 'peer 2 bc', 'customer 2', 'customer 2 a', 'customer 1 bc'),
  },
  'three groups, one of them small': {
    threshold: 3,
    items: ['a', 'b'],
    people: person('peer 6', 'customer 4', 'report 2', 'self 1', 'manager 1'),
  },
  'customers were asked, nobody has answered': {
    threshold: 3,
    items: ['a'],
    people: person('peer 4', 'customer 0', 'report 1'),
  },
  'three small groups': {
    threshold: 3,
    items: ['a'],
    people: person('peer 3', 'customer 3', 'report 1'),
  },
  'six peers, whose spread is shown': { threshold: 3, items: ['a'], people: person('peer 6') },
  'four peers and two items': { threshold: 4, items: ['a', 'b'], people: person('peer 4') },
  'three peers and the person': { threshold: 4, items: ['a'], people: person('peer 3', 'self 1') },
  'customers are asked one of three items, and the peers another one alone': {
    threshold: 3,
    items: ['a', 'b', 'c'],
    asks: { b: ['peer', 'report'], c: ['peer'] },
    people: person('peer 3', 'customer 3 a', 'report 2 ab'),
  },
  'two customers, who are asked less than the reports and peers beside them': {
    threshold: 3,
    items: ['a', 'b'],
    asks: { b: ['peer', 'report'] },
    people: person('peer 5', 'report 3', 'customer 2 a'),
  },
  'a customer and a report, who are asked different items': {
    threshold: 3,
    items: ['a', 'b'],
    asks: { a: ['peer', 'customer'], b: ['peer', 'report'] },
    people: person('peer 4', 'report 1 b', 'customer 1 a'),
  },
  'reports alone are asked an item, and are too few': {
    threshold: 3,
    items: ['a', 'b'],
    asks: { b: ['report'] },
    people: person('peer 4 a', 'customer 3 a', 'report 2'),
  },
  'a team of which two raters are asked more than the others': {
    threshold: 3,
    items: ['a', 'b'],
    asks: { b: ['report'] },
    units: { company: null, team: 'company' },
    people: {
      p: { unit: 'team', raters: ['peer 3 a', 'report 2'] },
      q: { unit: 'company', raters: ['peer 2 a', 'report 1'] },
    },
  },
  'a team in a department that is two raters larger': {
    threshold: 3,
    items: ['a'],
    units: { department: null, team: 'department' },
    people: {
      p: { unit: 'team', raters: ['peer 2'] },
      q: { unit: 'team', raters: ['peer 2'] },
      r: { unit: 'department', raters: ['peer 1'] },
    },
  },
  'persons who are shown beside one who is not': {
    threshold: 3,
    items: ['a'],
    units: { team: null },
    people: {
      p: { unit: 'team', raters: ['peer 4'] },
      q: { unit: 'team', raters: ['peer 3'] },
      r: { unit: 'team', raters: ['peer 1'] },
    },
  },
  'two teams, and one person of two answers beside them': {
    threshold: 3,
    items: ['a'],
    units: { company: null, north: 'company', south: 'company' },
    people: {
      p: { unit: 'north', raters: ['peer 3'] },
      q: { unit: 'south', raters: ['peer 2'] },
      r: { unit: 'south', raters: ['peer 2'] },
      s: { unit: 'company', raters: ['peer 1'] },
    },
  },
  'the same three colleagues rate everybody in a team': {
    threshold: 3,
    items: ['a'],
    areShared: true,
    units: { company: null, team: 'company' },
    people: {
      p: { unit: 'team', raters: ['peer 3'] },
      q: { unit: 'team', raters: ['peer 2'] },
      r: { unit: 'company', raters: ['peer 1'] },
    },
  },
  'a person without figures beside one who has some': {
    threshold: 3,
    items: ['a'],
    units: { team: null },
    people: {
      p: { unit: 'team', raters: ['peer 3'] },
      q: { unit: 'team', raters: ['peer 2'] },
      r: { unit: 'team', raters: ['peer 2'] },
    },
  },
};

/** What subtraction finds out in a world, for any of the viewers who conspires with so many raters. */
function subtracted(
  rules: ReviewRules,
  world: World,
  allies: number,
  viewers: readonly ReviewViewer[],
): number {
  const places = placesOf(world);
  return viewers.flatMap((viewer) => {
    const see = sightOf(rules, world, FINE_SCALE, viewer);
    return coalitions(places, allies).flatMap((known) => subtract(places.length, see, known));
  }).length;
}

/** Truths that a test tries at most; of larger populations only sums are looked at. */
const MOST_TRUTHS = 2_200;
/** The longest scale with which every truth can be tried. */
const levelsFor = (places: number): readonly number[] | undefined =>
  [
    [1, 2, 3, 4, 5],
    [1, 2, 3],
    [1, 2],
  ].find((levels) => levels.length ** places <= MOST_TRUTHS);

/** What trying every truth finds out of answers that are secret, by the manager, who sees the most. */
function enumerated(rules: ReviewRules, world: World, known: readonly number[] = []): Determined[] {
  const places = placesOf(world);
  const levels = levelsFor(places.length) ?? [];
  const see = sightOf(rules, world, { least: 1, most: levels.length }, 'manager');
  const secrets = new Set(secretsOf(places));
  return enumerate(places.length, levels, see, known).filter(({ index }) => secrets.has(index));
}

/** The same of the named worlds, which several tests ask of the rules as they are. */
const worldsTried = new WeakMap<ReviewRules, Map<World, Determined[]>>();
function enumeratedOnce(rules: ReviewRules, world: World): Determined[] {
  const tried = worldsTried.get(rules) ?? new Map<World, Determined[]>();
  worldsTried.set(rules, tried);
  const found = tried.get(world) ?? enumerated(rules, world);
  tried.set(world, found);
  return found;
}

const SMALL = Object.entries(WORLDS).filter(([, world]) => levelsFor(placesOf(world).length));

/** The rules as they are. */
let sound: ReviewRules;
beforeAll(async () => {
  sound = await reviewRules();
});

describe('whoever sees what was published finds out nobody’s answer', () => {
  test.each(Object.entries(WORLDS))('%s: by subtraction', (_, world) => {
    for (let allies = 0; allies <= world.threshold - 2; allies += 1)
      expect(subtracted(sound, world, allies, allies === 0 ? VIEWERS : ['manager'])).toBe(0);
  });

  test.each(SMALL)('%s: by trying every answer', (_, world) => {
    expect(enumeratedOnce(sound, world)).toEqual([]);
  });
});

/** Somebody who was asked says nothing, or gives an answer; what is seen, with how many answered before the close. */
function participation(rules: ReviewRules, reports: number): string {
  const world = { threshold: 4, items: ['a'], people: person('peer 6', `report ${reports}`) };
  const places = placesOf(world);
  const see = sightOf(rules, world, { least: 1, most: 5 }, 'reviewed');
  return JSON.stringify(see(places.map(({ relation }) => (relation === 'peer' ? 3 : 4))));
}

/** Whether how many reports answered follows from what is published, for whoever saw how many answered in all. */
function isCountFound(rules: ReviewRules): boolean {
  const seen = (peers: number, reports: number): string => {
    const world = {
      threshold: 4,
      items: ['a'],
      people: person(`peer ${peers}`, `report ${reports}`, 'customer 1'),
    };
    const values = placesOf(world).map(() => 3);
    const see = sightOf(rules, world, { least: 1, most: 5 }, 'reviewed');
    const invitations = Array.from({ length: 20 }, (_, at) => ({
      person: 'p',
      rater: `r${at}`,
      isAnswered: at < values.length,
    }));
    return JSON.stringify([see(values), rules.progressFor('reviewed', invitations, false)]);
  };
  const views = [0, 1, 2, 3].map((reports) => seen(7 - reports, reports));
  return new Set(views).size === views.length;
}

/** Texts of peers, in the order in which they arrived. */
function textsSeen(rules: ReviewRules, viewer: ReviewViewer, texts: readonly string[]): string {
  const cycle = {
    threshold: 3,
    scale: { least: 1, most: 5 },
    items: [
      { id: 'a', kind: 'rating' as const },
      { id: 't', kind: 'text' as const },
    ],
    weights: { peer: 100 },
    closedAt: CLOSED,
  };
  const answers = texts.map((text, at) => ({
    rater: `r${at}`,
    relation: 'peer' as const,
    at: CLOSED,
    ratings: { a: 1 + (at % 5) },
    texts: { t: text },
  }));
  const snapshot = rules.publishReview(cycle, { person: 'p', asked: ['peer'], answers });
  return JSON.stringify(snapshot && rules.viewFor(viewer, snapshot.figures));
}

const FIVE = ['keep it up', 'clear plans', 'late at times', 'helps others', 'listens'];
const isOrderFound = (rules: ReviewRules): boolean =>
  new Set([0, 1, 2].map((at) => textsSeen(rules, 'manager', [...FIVE.slice(at), ...FIVE.slice(0, at)])))
    .size > 1;

const subtractedIn =
  (name: string, allies = 0) =>
  (rules: ReviewRules): boolean =>
    subtracted(rules, WORLDS[name] as World, allies, ['manager']) > 0;
const triedIn =
  (name: string) =>
  (rules: ReviewRules): boolean =>
    enumeratedOnce(rules, WORLDS[name] as World).length > 0;

/** The rule, what of it is broken, and the attack that finds something then. */
const RULES: readonly (readonly [
  rule: string,
  breaks: readonly Break[],
  attack: (rules: ReviewRules) => boolean,
])[] = [
  [
    'nothing before the close',
    [
      ['publish-review', 'if (cycle.closedAt === null) return null;', ''],
      ['review', 'closedAt !== null && at <= closedAt', 'closedAt === null || at <= closedAt'],
    ],
    subtractedIn('five peers and a late sixth'),
  ],
  [
    'published once',
    [['publish-review', 'if (published) return published;', '']],
    subtractedIn('five peers and a late sixth'),
  ],
  [
    'a threshold for every group',
    [['publish-review', 'counts.map((count) => count < threshold)', 'counts.map((count) => count < 1)']],
    subtractedIn('one peer has answered'),
  ],
  [
    'a threshold for every item of a group, not only for the group',
    [
      [
        'publish-review',
        'groups.map(({ counts }) => counts.map((count) => count < threshold))',
        'groups.map(({ counts, raters }) => counts.map(() => raters < threshold))',
      ],
    ],
    subtractedIn('an item that one of the peers rates'),
  ],
  [
    'self never counts',
    [
      [
        'publish-review',
        'by.get(answer.relation)?.push(answer);',
        'for (const to of answer.relation === "self" ? ["self", "peer"] : [answer.relation]) by.get(to)?.push(answer);',
      ],
    ],
    subtractedIn('three peers and the person', 2),
  ],
  [
    'what is hidden is in no total',
    [
      [
        'publish-review',
        'return { person: review.person, ...figuresOf(items, groups) };',
        `const all = tallies.map((each) => shownGroup(cycle, items, each, each.counts.map((count) => count === 0)));
         const { figures, exact } = figuresOf(items, groups);
         return { person: review.person, figures: { ...figures, total: figuresOf(items, all).figures.total }, exact };`,
      ],
    ],
    subtractedIn('customers were asked, nobody has answered'),
  ],
  [
    'a unit less what is shown inside of it is nobody or enough',
    [['shown-units', 'if (cell.rest.size < threshold) {', 'if (cell.rest.size < 0) {']],
    subtractedIn('persons who are shown beside one who is not'),
  ],
  [
    'raters of a unit count once, whoever they rate',
    [
      [
        'shown-units',
        'if (!isShown && cell.rest.size < cycle.threshold) cell.rest.add(rater);',
        'if (!isShown) cell.rest.add(rater + member.review.person);',
      ],
    ],
    subtractedIn('the same three colleagues rate everybody in a team', 1),
  ],
  [
    'a unit is hidden where nothing inside of it can be',
    [
      [
        'shown-units',
        'if (helpful.length === 0) return;',
        'if (helpful.length === 0) { cell.isShown = true; return; }',
      ],
    ],
    subtractedIn('persons who are shown beside one who is not'),
  ],
  [
    'an end of the scale in what a unit has beyond what is shown inside of it',
    [
      [
        'publish-units',
        'if (cell.count > 0) cell.told.push(guardedSum(cell.sum, cell.count, scale));',
        "if (cell.count > 0) cell.told.push({ sum: cell.sum, count: cell.count, bound: 'exact' });",
      ],
    ],
    triedIn('a person without figures beside one who has some'),
  ],
  [
    'an end of the scale in what a unit has of a person',
    [
      [
        'publish-units',
        'if (isShown) cell.told.push(guardedSum(sum, count, scale));',
        "if (isShown) cell.told.push({ sum, count, bound: 'exact' });",
      ],
    ],
    triedIn('a person without figures beside one who has some'),
  ],
  [
    'an end of the scale is told with its neighbour',
    [
      ['guarded-sum', 'sum >= count * most - 1', 'sum > count * most'],
      ['guarded-sum', 'sum <= count * least + 1', 'sum < count * least'],
    ],
    triedIn('three small groups'),
  ],
  [
    'the top end as well as the bottom',
    [['guarded-sum', 'sum >= count * most - 1', 'sum > count * most']],
    triedIn('four peers and two items'),
  ],
  [
    'the bottom end as well as the top',
    [['guarded-sum', 'sum <= count * least + 1', 'sum < count * least']],
    triedIn('four peers and two items'),
  ],
  [
    'levels with few answers are merged',
    [['merged-spread', 'if (count < threshold) continue;', 'if (count === 0) continue;']],
    (rules) => spreadFound(rules),
  ],
  [
    'none and too few look alike',
    [['publish-review', 'isHidden ? null : atLeast(', 'isHidden ? tally.raters : atLeast(']],
    (rules) => participation(rules, 0) !== participation(rules, 1),
  ],
  ['counts are lower bounds', [['at-least', 'return step;', 'return count;']], isCountFound],
  [
    'texts of at least five authors',
    [['shown-texts', 'LEAST_AUTHORS = 5', 'LEAST_AUTHORS = 1']],
    (rules) => textsSeen(rules, 'manager', FIVE.slice(0, 4)).includes('clear plans'),
  ],
  ['texts in an order of their own', [['shown-texts', 'written.sort()', 'written']], isOrderFound],
  [
    'no marks inside of texts',
    [['shown-texts', 'texts.map(cleanText)', 'texts.map((text) => text)']],
    (rules) => textsSeen(rules, 'manager', [...FIVE.slice(1), 'keep it\u200B up']).includes('\u200B'),
  ],
  [
    'raters see nothing of the result',
    [['view-for', "if (viewer === 'rater') return null;", '']],
    (rules) => textsSeen(rules, 'rater', FIVE) !== 'null',
  ],
  [
    'calibrators and HR see no texts',
    [['view-for', "if (viewer === 'reviewed' || viewer === 'manager')", 'if (viewer)']],
    (rules) =>
      textsSeen(rules, 'calibrator', FIVE).includes('clear plans') ||
      textsSeen(rules, 'hr', FIVE).includes('clear plans'),
  ],
];

/** Whether somebody who gave another answer than all others knows theirs from the spread. */
function spreadFound(rules: ReviewRules): boolean {
  const world = WORLDS['six peers, whose spread is shown'] as World;
  return enumeratedOnce(rules, world).length > 0;
}

/** Persons in up to four units, with groups of no or few raters, some of whom leave items out. */
const anyWorld = fc
  .record({
    threshold: fc.integer({ min: 3, max: 4 }),
    items: fc.constantFrom(['a'], ['a', 'b']),
    hasUnits: fc.boolean(),
    areShared: fc.boolean(),
    people: fc.array(
      fc.record({
        unit: fc.constantFrom('company', 'north', 'south', 'team'),
        groups: fc.uniqueArray(
          fc.record({
            relation: fc.constantFrom('peer', 'customer', 'report'),
            all: fc.nat(4),
            some: fc.nat(2),
            of: fc.constantFrom('a', 'b'),
          }),
          { selector: ({ relation }) => relation, minLength: 1, maxLength: 2 },
        ),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  })
  .map(({ hasUnits, people, ...rest }): World => {
    const raters = people.map(({ groups }) =>
      groups.flatMap(({ relation, all, some, of }) => [`${relation} ${all}`, `${relation} ${some} ${of}`]),
    );
    const named = people.map(({ unit }, at) => [`p${at}`, { unit, raters: raters[at] ?? [] }]);
    const units = { company: null, north: 'company', south: 'company', team: 'south' };
    return hasUnits
      ? { ...rest, units, people: Object.fromEntries(named) }
      : { ...rest, people: Object.fromEntries(named.slice(0, 1)) };
  });

describe('in any small company', () => {
  test('nobody finds out anything by subtraction, with as many allies as the threshold is meant for', () => {
    fc.assert(
      fc.property(anyWorld, fc.nat(), (world, pick) => {
        const places = placesOf(world);
        const allies = coalitions(places, world.threshold - 2);
        const see = sightOf(sound, world, FINE_SCALE, 'manager');
        expect(subtract(places.length, see, allies[pick % allies.length])).toEqual([]);
      }),
      { numRuns: ATTACKED_REVIEWS.subtracted },
    );
  });

  test('nor by trying every answer', () => {
    const few = anyWorld.filter((world) => placesOf(world).length <= 10);
    fc.assert(
      fc.property(few, (world) => {
        expect(enumerated(sound, world)).toEqual([]);
      }),
      { numRuns: ATTACKED_REVIEWS.tried },
    );
  });
});

describe('every rule is needed: without it the attack finds something', () => {
  test.each(RULES)('%s', async (_, breaks, attack) => {
    expect([attack(sound), attack(await reviewRules(...breaks))]).toEqual([false, true]);
  });
});

describe('two locks on the totals of a person', () => {
  const OPEN_TOTAL = RULES.find(([rule]) => rule === 'what is hidden is in no total')?.[1] ?? [];
  const NO_LINES: Break = ['hide-lines', 'if (!hidden.some((row) => row.includes(true))) return;', 'return;'];
  const SHEETS: Readonly<Record<string, World>> = {
    'a hidden group': { threshold: 3, items: ['a'], people: person('peer 6', 'customer 4', 'report 1') },
    'a hidden item': {
      threshold: 3,
      items: ['a', 'b', 'c'],
      people: person('peer 1', 'peer 3 ac', 'peer 1 c'),
    },
    'a hidden item of one group among groups': {
      threshold: 3,
      items: ['a', 'b', 'c'],
      people: person('peer 1', 'peer 3 ac', 'customer 4'),
    },
  };

  test.each(Object.entries(SHEETS))(
    '%s is not derived, even if a total were to include it',
    async (_, world) => {
      expect(subtracted(await reviewRules(...OPEN_TOTAL), world, 0, ['manager'])).toBe(0);
      expect(subtracted(await reviewRules(NO_LINES), world, 0, ['manager'])).toBe(0);
      expect(subtracted(await reviewRules(...OPEN_TOTAL, NO_LINES), world, 0, ['manager'])).toBeGreaterThan(
        0,
      );
    },
  );
});

describe('what no mean can hide', () => {
  test.each(['four peers and two items', 'six peers, whose spread is shown'])(
    '%s: raters who tell each other their answers learn those of the rest only at an end of the scale',
    async (name) => {
      const world = WORLDS[name] as World;
      const places = placesOf(world);
      const rules = await reviewRules();
      const most = levelsFor(places.length)?.at(-1);
      const known = coalitions(places, 1)[0] ?? [];
      const found = enumerated(rules, world, known);
      expect(found.length).toBeGreaterThan(0);
      for (const { index, value, answers } of found) {
        const rest = placesOf(world).flatMap(({ relation, item }, at) => {
          const isSame = relation === places[index]?.relation && item === places[index]?.item;
          return isSame && !known.includes(at) ? [answers[at]] : [];
        });
        expect([1, most]).toContain(value);
        expect(new Set(rest)).toEqual(new Set([value]));
      }
    },
  );
});
