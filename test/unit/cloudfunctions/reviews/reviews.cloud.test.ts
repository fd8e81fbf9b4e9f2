import { openWithReset } from '../../../support/open';
import { PEOPLE, type Who } from '../support/request-company';
import { ANSWERING, APPRAISAL, OVER, openReviewCompany, PEERS, reviewKey } from '../support/review-company';

const company = openWithReset(() => openReviewCompany());
const CYCLE = { cycleId: APPRAISAL };
const of = (who: Who) => ({ ...CYCLE, employeeId: PEOPLE[who] });
const about = (who: Who) => ({ ...CYCLE, subjectId: PEOPLE[who] });
const ids = (peers: readonly Who[]) => peers.map((who) => PEOPLE[who]);
const codeOf = async (answer: ReturnType<typeof company.review>) => {
  const { ok, error } = await answer;
  return ok ? 'ok' : error?.code;
};
const ruleOf = async (answer: ReturnType<typeof company.review>) => (await answer).error?.data.rule;
const forget = () => company.clock.advance(61_000);
const answering = () => company.clock.set(Date.parse(ANSWERING));

describe('peers', () => {
  test('a person chooses colleagues, the manager confirms others, and the person sees only what they chose', async () => {
    const { data: before } = await company.review('head', 'peers', of('head'));
    expect(before).toMatchObject({ state: 'open', rev: 0, may: 'choose', least: 3, most: 8, peers: [] });
    expect(before.proposed.map(({ id }: { id: string }) => id)).not.toContain(PEOPLE.staff);
    expect(
      await company.review('head', 'choosePeers', { ...CYCLE, rev: 0, peerIds: ids(PEERS) }),
    ).toMatchObject({
      ok: true,
      data: { rev: 1 },
    });
    const confirmed = ids(['hr', 'payroll', 'admin']);
    await company.ok(company.review('boss', 'confirmPeers', { ...of('head'), rev: 1, peerIds: confirmed }));
    const { data: own } = await company.review('head', 'peers', of('head'));
    expect(own).toMatchObject({ state: 'settled', may: null });
    expect(own.peers).toHaveLength(5);
    const { data: seen } = await company.review('boss', 'peers', of('head'));
    expect(seen.peers.map(({ id }: { id: string }) => id)).toEqual(confirmed);
  });

  test.each<[string, readonly Who[], string]>([
    ['too few', ['hr', 'payroll'], 'too-few'],
    ['themselves', ['hr', 'payroll', 'head'], 'own'],
    ['their manager', ['hr', 'payroll', 'boss'], 'other-relation'],
    ['a report', ['hr', 'payroll', 'staff'], 'other-relation'],
    ['somebody twice', ['hr', 'payroll', 'hr'], 'repeated'],
    ['somebody who has left', ['hr', 'payroll', 'left'], 'unknown'],
  ])('are refused with %s', async (_, peers, rule) => {
    const answer = await company.review('head', 'choosePeers', { ...CYCLE, rev: 0, peerIds: ids(peers) });
    expect(answer).toMatchObject({ ok: false, error: { code: 'PEERS_INVALID', data: { rule } } });
    expect(await company.db.find('review_people')).toEqual([]);
  });

  test('whoever was asked stays asked: nobody can be taken away, and there are enough', async () => {
    await company.settlePeers();
    const less = { ...of('head'), rev: 2, peerIds: ids(['hr', 'payroll', 'admin']) };
    expect(await ruleOf(company.review('boss', 'confirmPeers', less))).toBe('over');
  });

  test('of too few after the time to confirm HR adds some, and takes none away', async () => {
    await company.db.insertMany('review_people', [
      {
        ...{ _id: `${APPRAISAL}:${PEOPLE.head}`, ...of('head'), rev: 1, chosen: ids(['hr', 'payroll']) },
        ...{ peers: ids(['hr', 'payroll']), confirmedBy: null, answered: 0, reopened: [], snapshot: null },
      },
    ]);
    answering();
    const { rows } = (await company.review('hr', 'reviewed', { ...CYCLE, all: true })).data;
    expect(rows.find(({ person }: { person: { id: string } }) => person.id === PEOPLE.head)).toMatchObject({
      peers: { state: 'settled', count: 2, isTooFew: true },
    });
    const adding = (peers: readonly Who[]) =>
      company.review('hr', 'confirmPeers', { ...of('head'), rev: 0, peerIds: ids(peers) });
    expect(await ruleOf(adding(['hr', 'admin', 'elsewhere']))).toBe('removed');
    expect(await codeOf(adding(['hr', 'payroll', 'admin']))).toBe('ok');
  });

  test('sent again they are the same, and an older screen is told', async () => {
    const input = { ...CYCLE, rev: 0, peerIds: ids(PEERS) };
    expect(await codeOf(company.review('head', 'choosePeers', input))).toBe('ok');
    expect(await codeOf(company.review('head', 'choosePeers', input))).toBe('ok');
    const older = { ...CYCLE, rev: 0, peerIds: ids(['hr', 'payroll', 'admin']) };
    expect(await codeOf(company.review('head', 'choosePeers', older))).toBe('VERSION_CONFLICT');
  });

  test('an answer that comes meanwhile is seen by nobody in them, and keeps nobody from changing them', async () => {
    const seen = async (who: Who) => (await company.review(who, 'peers', of('head'))).data;
    const before = [await seen('head'), await seen('boss')];
    await company.ok(company.send('boss', 'head', { team: 4 }));
    expect((await company.db.find('review_people', { employeeId: PEOPLE.head }))[0]?.answered).toBe(1);
    expect([await seen('head'), await seen('boss')]).toEqual(before);
    const input = { ...CYCLE, rev: before[0].rev, peerIds: ids(PEERS) };
    expect(await codeOf(company.review('head', 'choosePeers', input))).toBe('ok');
  });

  test('are nobody’s business but the person’s, the manager’s and HR’s', async () => {
    for (const who of ['staff', 'peer', 'admin', 'payroll'] as const) {
      expect(await codeOf(company.review(who, 'peers', of('head')))).toBe('NOT_FOUND');
      const input = { ...of('head'), rev: 0, peerIds: ids(PEERS) };
      expect(await codeOf(company.review(who, 'confirmPeers', input))).toBe('NOT_FOUND');
    }
  });
});

describe('answers', () => {
  test('the list says whom one is asked about, as what, and until when', async () => {
    await company.settlePeers();
    const tasksOf = async (who: Who) =>
      (await company.review(who, 'reviews')).data.cycles[0].tasks.map(
        ({ subject, relation }: { subject: { id: string }; relation: string }) => `${relation} ${subject.id}`,
      );
    expect(await tasksOf('head')).toEqual(
      expect.arrayContaining(
        [`self ${PEOPLE.head}`, `manager ${PEOPLE.staff}`, `report ${PEOPLE.boss}`].slice(0, 2),
      ),
    );
    expect(await tasksOf('elsewhere')).toEqual([`peer ${PEOPLE.head}`]);
    expect(await tasksOf('staff')).toEqual(expect.arrayContaining([`report ${PEOPLE.head}`]));
  });

  test('a peer is asked only once that is settled', async () => {
    await company.review('head', 'choosePeers', { ...CYCLE, rev: 0, peerIds: ids(PEERS) });
    expect(await codeOf(company.review('elsewhere', 'reviewForm', about('head')))).toBe('NOT_FOUND');
    answering();
    expect(await codeOf(company.review('elsewhere', 'reviewForm', about('head')))).toBe('ok');
  });

  test('are kept one by one, from two phones as well, and only their rater reads them', async () => {
    await company.settlePeers();
    const save = (ratings: object, texts: object = {}) =>
      company.review('hr', 'saveReview', { ...about('head'), ratings, texts });
    expect(await codeOf(save({ team: 4 }))).toBe('ok');
    expect(await codeOf(save({ care: 2 }, { keep: '清楚的计划' }))).toBe('ok');
    expect(await codeOf(save({ team: null }))).toBe('ok');
    const { data } = await company.review('hr', 'reviewForm', about('head'));
    expect(data).toMatchObject({
      relation: 'peer',
      state: 'begun',
      draft: { ratings: { care: 2 }, texts: { keep: '清楚的计划' } },
    });
    expect(data.draft.ratings).toEqual({ care: 2 });
    expect((await company.review('admin', 'reviewForm', about('head'))).data.draft).toEqual({
      ratings: {},
      texts: {},
    });
  });

  test('are final once sent, and again they answer the same', async () => {
    await company.settlePeers();
    const first = await company.send('hr', 'head', { team: 4 });
    company.clock.advance(1_000);
    const second = await company.send('hr', 'head', { team: 1 });
    expect([first.ok, second.data]).toEqual([true, first.data]);
    const later = company.review('hr', 'saveReview', { ...about('head'), ratings: { team: 1 }, texts: {} });
    expect(await ruleOf(later)).toBe('sent');
    expect(await company.db.find('reviews')).toMatchObject([{ ratings: { team: 4 }, raterId: PEOPLE.hr }]);
    expect(await company.db.find('review_people')).toMatchObject([{ answered: 1 }]);
  });

  test('nobody answers who is not asked, nor what they are not asked', async () => {
    await company.settlePeers();
    expect(await codeOf(company.send('hr', 'staff', { team: 4 }))).toBe('NOT_FOUND');
    expect(await codeOf(company.send('staff', 'peer', { team: 4 }))).toBe('NOT_FOUND');
    for (const [ratings, texts] of [
      [{ other: 4 }, {}],
      [{ team: 6 }, {}],
      [{ team: 0 }, {}],
      [{ keep: 4 }, {}],
      [{}, { team: '好' }],
      [{ team: 2.5 }, {}],
    ] as const)
      expect(await codeOf(company.send('hr', 'head', ratings, texts))).toBe('INPUT_INVALID');
    expect((await company.send('hr', 'head', {})).error).toEqual({
      code: 'REVIEW_EMPTY',
      data: { itemZh: '配合', itemEn: '配合' },
    });
    expect(await company.db.find('reviews')).toEqual([]);
  });

  test('after the last day are late, until HR reopens; who is missing is not said', async () => {
    await company.settlePeers();
    company.clock.set(Date.parse(OVER));
    forget();
    expect(await ruleOf(company.send('hr2', 'head', { team: 4 }))).toBe('over');
    const reopen = (who: Who, until = '2026-12-04') =>
      company.review(who, 'reopenReview', { ...of('head'), until, reason: '出差回来补交' });
    const extensionTo = async (who: Who, input: object) =>
      (await company.review(who, 'reviewed', { ...CYCLE, ...input })).data.rows.find(
        ({ person }: { person: { id: string } }) => person.id === PEOPLE.head,
      )?.extensionTo;
    expect(await codeOf(reopen('head'))).toBe('FORBIDDEN');
    // What is offered is accepted.
    expect(await extensionTo('hr', { all: true })).toBe('2026-12-03');
    expect(await codeOf(reopen('hr', '2026-11-20'))).toBe('INPUT_INVALID');
    expect(await codeOf(reopen('hr'))).toBe('ok');
    expect(await codeOf(reopen('hr'))).toBe('ok');
    expect(await extensionTo('hr', { all: true })).toBe('2026-12-07');
    // All ten are missing, and each of them learns no name.
    const told = await company.db.find('messages', { event: 'review.reopened' });
    expect(told).toHaveLength(1);
    expect(told[0]?.to).toHaveLength(10);
    expect(JSON.stringify(told[0]?.data)).not.toMatch(new RegExp(`${PEOPLE.head}|员工`));
    expect(await codeOf(company.send('hr2', 'head', { team: 4 }))).toBe('ok');
    // The cycle waits for what was let in, and ends with its last day.
    const stateNow = async () => (await company.db.get('appraisal_cycles', APPRAISAL))?.state;
    await company.tick();
    expect(await stateNow()).toBe('running');
    const rowOf = async (who: Who, input: object) =>
      (await company.review(who, 'reviewed', { ...CYCLE, ...input })).data.rows.find(
        ({ person }: { person: { id: string } }) => person.id === PEOPLE.head,
      );
    expect(await rowOf('hr', { all: true })).toMatchObject({
      reopened: 1,
      progress: { asked: 10, answered: 1 },
    });
    company.clock.set(Date.parse('2026-12-05T10:00:00+08:00'));
    await company.tick();
    expect(await stateNow()).not.toBe('running');
  });
});

describe('customers', () => {
  const open = (name: string, code: string | undefined) => company.customer(name, 'customerForm', { code });
  const answer = (name: string, code: string | undefined, team = 5) =>
    company.customer(name, 'answerAsCustomer', { code, ratings: { team }, texts: {} });
  const WRONG = 'x'.repeat(22);

  test('rate by a card without an account, once', async () => {
    const [code] = await company.invite(1);
    const { data } = await open('c1', code);
    expect(data.sections[0].items.map(({ id }: { id: string }) => id)).toEqual(['team', 'keep']);
    expect((await open('c1', code)).data).toEqual(data);
    const sent = await answer('c1', code);
    expect(sent.ok).toBe(true);
    // A lost answer is sent again.
    expect((await answer('c1', code, 1)).data).toEqual(sent.data);
    expect(await company.db.find('reviews')).toMatchObject([{ relation: 'customer', ratings: { team: 5 } }]);
    expect(await company.db.find('review_people')).toMatchObject([{ answered: 1 }]);
  });

  test('who has photographed a card that its customer has opened can neither use it nor spoil it', async () => {
    const [code] = await company.invite(1);
    expect(await codeOf(open('c1', code))).toBe('ok');
    const before = await company.db.find('review_codes');
    for (let at = 0; at < 30; at += 1) {
      const who = `thief-${at % 3}`;
      expect(await codeOf(answer(who, code, 1))).toBe(await codeOf(answer(who, WRONG, 1)));
      expect(await codeOf(open(who, code))).toBe(await codeOf(open(who, WRONG)));
    }
    expect(await company.db.find('review_codes')).toEqual(before);
    expect(await codeOf(answer('c1', code))).toBe('ok');
    expect(await company.db.find('reviews')).toMatchObject([{ ratings: { team: 5 } }]);
  });

  test('a wrong card, a used one, one of somebody else and one that is over are told alike', async () => {
    const [used, opened, own, late] = await company.invite(4);
    await company.ok(answer('c1', used));
    await company.ok(open('c2', opened));
    await company.ok(open('c4', own));
    const wrong = await open('c3', WRONG);
    expect(wrong.error).toEqual({ code: 'CUSTOMER_CODE_INVALID', data: {} });
    for (const told of [
      await open('c3', used),
      await open('c1', used),
      await open('c3', opened),
      await answer('c3', used),
      await answer('c3', opened),
    ])
      expect(told.error).toEqual(wrong.error);
    company.clock.set(Date.parse(OVER));
    for (const told of [await open('c4', own), await answer('c4', own), await open('c5', late)])
      expect(told.error).toEqual(wrong.error);
    // A card that nobody could use any more belongs to nobody.
    const cards = await company.db.find('review_codes');
    expect(cards.filter(({ account }) => account === null)).toHaveLength(1);
  });

  test('twenty tries of a card by others are all there are in an hour, however many they are', async () => {
    const [code] = await company.invite(1);
    await company.ok(open('c1', code));
    const told = [];
    for (let at = 0; at < 21; at += 1) told.push(await codeOf(open(`other-${at}`, code)));
    expect(told).toEqual([...Array(20).fill('CUSTOMER_CODE_INVALID'), 'RATE_LIMITED']);
    expect(await codeOf(answer('c1', code))).toBe('ok');
  });

  test('nothing stored leads from an answer to a card or a WeChat user, and no card can be read from it', async () => {
    const codes = await company.invite(2);
    const all = async (): Promise<string> => {
      const names = company.db.collectionNames().filter((name) => name !== 'code_tries');
      return JSON.stringify(await Promise.all(names.map((name) => company.db.find(name))));
    };
    for (const code of codes) expect(await all()).not.toContain(code);
    await company.ok(answer('c1', codes[1]));
    for (const text of [...codes, 'openid-of-customer-c1']) expect(await all()).not.toContain(text);
    const [review] = await company.db.find('reviews');
    const [card] = (await company.db.find('review_codes')).filter(({ isUsed }) => isUsed);
    expect(Object.keys(card ?? {}).sort()).toEqual(
      ['_id', 'account', 'at', 'cycleId', 'hash', 'isUsed', 'note', 'number', 'subjectId'].sort(),
    );
    expect(card?.account).not.toBe(review?.raterId);
    expect(JSON.stringify(review)).not.toContain(String(card?.hash));
  });

  test('the person and HR make cards and see a code once; the manager makes none; nobody sees which were used', async () => {
    const invite = (who: Who) =>
      company.review(who, 'inviteCustomer', { ...of('head'), note: '星河', key: reviewKey() });
    const cards = async (who: Who) => (await company.review(who, 'customers', of('head'))).data;
    const codes = [(await invite('head')).data.code, (await invite('hr')).data.code];
    expect(await codeOf(invite('boss'))).toBe('FORBIDDEN');
    expect(await codeOf(invite('staff'))).toBe('NOT_FOUND');
    codes.push(...(await company.invite(1)));
    const before = await cards('head');
    for (const who of ['head', 'hr', 'boss'] as const)
      for (const code of codes) expect(JSON.stringify(await cards(who))).not.toContain(code);
    expect(before.invitations.map(({ note }: { note: string }) => note)).toEqual(['星河', '星河', '客户 1']);
    await company.ok(answer('c1', codes[0]));
    await company.ok(answer('c2', codes[1]));
    for (const who of ['hr', 'boss'] as const)
      expect(await cards(who)).toMatchObject({ invitations: [], given: 3, answered: null });
    await company.ok(answer('c3', codes[2]));
    for (const who of ['hr', 'boss'] as const) {
      expect(await cards(who)).toMatchObject({ invitations: [], given: 3, answered: 3 });
      const input = who === 'hr' ? { ...CYCLE, all: true } : CYCLE;
      const { rows } = (await company.review(who, 'reviewed', input)).data;
      const [row] = rows.filter(({ person }: { person: { id: string } }) => person.id === PEOPLE.head);
      expect(row).toMatchObject({ progress: { answered: 0 }, customers: { given: 3, answered: 3 } });
    }
    expect(await cards('head')).toEqual(before);
  });

  test('one WeChat user answers once about a person, whatever codes they have; colleagues not at all', async () => {
    const [first, second, third] = await company.invite(3);
    expect(await codeOf(answer('c1', first))).toBe('ok');
    expect(await codeOf(answer('c1', second))).toBe('CUSTOMER_CODE_INVALID');
    for (const who of ['head', 'staff', 'left'] as const) {
      const input = { code: third, ratings: { team: 5 }, texts: {} };
      expect(await codeOf(company.review(who, 'answerAsCustomer', input))).toBe('CUSTOMERS_ONLY');
      expect(await codeOf(company.review(who, 'customerForm', { code: third }))).toBe('CUSTOMERS_ONLY');
    }
    // They have not spoiled it.
    expect(await codeOf(open('c2', third))).toBe('ok');
  });

  test('codes are not guessed: after twenty tries an hour has to pass', async () => {
    const [code = ''] = await company.invite(1);
    for (let at = 0; at < 20; at += 1)
      expect(await codeOf(company.customer('c9', 'customerForm', { code: 'x'.repeat(22) }))).toBe(
        'CUSTOMER_CODE_INVALID',
      );
    expect(await codeOf(company.customer('c9', 'customerForm', { code }))).toBe('RATE_LIMITED');
    company.clock.advance(3_600_001);
    expect(await codeOf(company.customer('c9', 'customerForm', { code }))).toBe('ok');
  });

  test('twenty are invited at most, the same tap once', async () => {
    const key = reviewKey();
    const invite = (input: object = {}) =>
      company.review('hr', 'inviteCustomer', { ...of('head'), note: '客户', key: reviewKey(), ...input });
    const [one, again] = [await invite({ key }), await invite({ key })];
    expect(one.data).toEqual(again.data);
    for (let at = 1; at < 20; at += 1) expect(await codeOf(invite())).toBe('ok');
    expect(await codeOf(invite())).toBe('CUSTOMERS_FULL');
    expect(await codeOf(invite({ key }))).toBe('ok');
  });
});

describe('what is published', () => {
  const everything = async (customers: number) => {
    await company.settlePeers();
    const codes = await company.invite(4);
    answering();
    await company.ok(company.send('head', 'head', { team: 5, care: 5 }));
    await company.ok(company.send('boss', 'head', { team: 4, care: 3 }));
    for (const [at, who] of PEERS.entries())
      await company.ok(company.send(who, 'head', { team: 3 + (at % 2), care: 4 }, { keep: `${at} 请继续` }));
    for (const [at, who] of (['staff', 'peer', 'other'] as const).entries())
      await company.ok(company.send(who, 'head', { team: 2 + at, care: 3 }));
    for (const code of codes.slice(0, customers))
      await company.ok(
        company.customer(`c-${code}`, 'answerAsCustomer', { code, ratings: { team: 4 }, texts: {} }),
      );
    await company.endAnswers();
  };

  test('self, five peers, three reports and four customers: every group is shown, once the cycle is published', async () => {
    await everything(4);
    expect((await company.db.get('appraisal_cycles', APPRAISAL))?.state).toBe('calibration');
    forget();
    expect(await codeOf(company.figures('head', 'head'))).toBe('NOT_FOUND');
    expect(await codeOf(company.figures('boss', 'head'))).toBe('NOT_FOUND');
    const seen = (await company.figures('hr', 'head')).data.figures;
    expect(seen.groups.flatMap(({ texts }: { texts: object[] }) => texts)).toEqual([]);
    await company.setState('published');
    forget();
    const { groups } = (await company.figures('head', 'head')).data.figures;
    expect(
      groups.map(({ relation, mean }: { relation: string; mean: { mean: number } | null }) => [
        relation,
        mean?.mean,
      ]),
    ).toEqual([
      ['self', 5],
      ['manager', 3.5],
      ['peer', 3.7],
      ['report', 3],
      ['customer', 4],
    ]);
    expect(groups[2].texts[0].texts).toHaveLength(5);
    expect((await company.figures('boss', 'head')).data.figures).toEqual(
      (await company.figures('head', 'head')).data.figures,
    );
    for (const who of ['staff', 'peer', 'admin', 'payroll'] as const)
      expect(await codeOf(company.figures(who, 'head'))).toBe('NOT_FOUND');
  });

  test('after a transfer the manager of today reads it, as the result, and the one before does not any more', async () => {
    await everything(4);
    await company.setState('published');
    await company.db.updateMany('employees', { _id: PEOPLE.head }, { $set: { managerId: PEOPLE.admin } });
    forget();
    expect(await codeOf(company.figures('boss', 'head'))).toBe('NOT_FOUND');
    expect((await company.figures('admin', 'head')).data.figures).toEqual(
      (await company.figures('head', 'head')).data.figures,
    );
  });

  test('of two customers nothing is shown, the same as of none; and the next smallest group is hidden with them', async () => {
    await everything(2);
    await company.setState('published');
    forget();
    const { groups } = (await company.figures('head', 'head')).data.figures;
    const customer = groups.find(({ relation }: { relation: string }) => relation === 'customer');
    expect(customer).toMatchObject({ mean: null, atLeast: null });
    const { ok: _, data } = await company.figures('hr', 'head');
    expect(JSON.stringify(data)).not.toContain('openid');
  });

  test('is made once: another run writes nothing, and what is changed in the answers later changes nothing', async () => {
    await everything(4);
    const published = await Promise.all(
      ['review_people', 'review_units', 'review_runs'].map((name) => company.db.find(name)),
    );
    await company.db.updateMany('reviews', {}, { $set: { 'ratings.team': 1 } });
    await company.tick();
    expect(
      await Promise.all(
        ['review_people', 'review_units', 'review_runs'].map((name) => company.db.find(name)),
      ),
    ).toEqual(published);
    expect(published[2]).toMatchObject([{ phase: 'closed' }]);
    expect(published[1]?.map(({ unit }) => unit).sort()).toEqual(['D1', 'D2']);
    expect(published[0]).toHaveLength(5);
  });

  test('a damaged answer is missing and named by the person, never by its rater', async () => {
    await company.settlePeers();
    answering();
    for (const who of PEERS) await company.ok(company.send(who, 'head', { team: 4 }));
    await company.db.updateMany('reviews', { raterId: PEOPLE.hr2 }, { $set: { ratings: 'damaged' } });
    await company.endAnswers();
    const faults = JSON.stringify(await company.db.find('data_faults'));
    expect(faults).toContain(`${APPRAISAL}:${PEOPLE.head}`);
    expect(faults).not.toContain(PEOPLE.hr2);
    const [head] = await company.db.find('review_people', { employeeId: PEOPLE.head });
    expect(head?.snapshot).toBeTruthy();
  });
});
