import { openWithReset } from '../../../support/open';
import type { Answer } from '../support/company';
import { feedbackKey, noteTo, questionTo } from '../support/feedback-note';
import { metric, objective, openGoalCompany, person } from '../support/goal-company';
import { openidOf, PEOPLE, type Who } from '../support/request-company';

const NOW = '2026-11-16T10:00:00+08:00';
const company = openWithReset(() => openGoalCompany(NOW));

const ask = (who: Who, action: string, input: object): Promise<Answer> =>
  company.act(openidOf(who), `appraisal.${action}`, input);
const give = (from: Who, to: Who, more: object = {}): Promise<Answer> =>
  ask(from, 'giveFeedback', noteTo(to, more));
const askOf = (who: Who, of: Who, more: object = {}): Promise<Answer> =>
  ask(who, 'askFeedback', questionTo(of, more));
const listOf = async (who: Who, scope: string, more: object = {}) =>
  (await ask(who, 'feedback', { scope, ...more })).data;
const messagesTo = async (who: Who) =>
  (await company.db.find('messages')).filter(({ to }) => (to as string[]).includes(PEOPLE[who]));
const codeOf = ({ error }: Answer) => (error?.code === 'FEEDBACK_REFUSED' ? error.data.rule : error?.code);
const EVERYBODY = Object.keys(PEOPLE).filter((who) => who !== 'left') as Who[];

/** Who can open a note. */
async function readersOf(id: string): Promise<Who[]> {
  const found = await Promise.all(
    EVERYBODY.map(async (who) => ((await ask(who, 'feedbackNote', { id })).ok ? [who] : [])),
  );
  return found.flat();
}

describe('feedback that is given', () => {
  test('is told to the receiver and stands in both lists', async () => {
    const { data } = await give('peer', 'staff', { topic: { kind: 'project', title: '双十一促销' } });
    expect(await messagesTo('staff')).toMatchObject([
      { event: 'feedback.given', aboutId: data.id, data: { name: { en: 'Person peer' } } },
    ]);
    expect((await listOf('staff', 'received')).notes).toMatchObject([
      {
        id: data.id,
        from: { id: PEOPLE.peer },
        excerpt: '策划逻辑清晰，执行要再快',
        topic: { title: '双十一促销' },
      },
    ]);
    expect((await listOf('peer', 'given')).notes).toMatchObject([{ id: data.id, to: { id: PEOPLE.staff } }]);
  });

  test.each([
    ['receiver', ['staff', 'peer']],
    ['manager', ['head', 'staff', 'peer']],
  ] as const)('for the %s is read by nobody else, whoever they are', async (visibility, readers) => {
    const { data } = await give('peer', 'staff', { visibility });
    expect(await readersOf(data.id)).toEqual(readers);
    for (const who of EVERYBODY) {
      const seen = (await listOf(who, 'about', { employeeId: PEOPLE.staff })).notes;
      expect([who, seen.length]).toEqual([who, (readers as readonly Who[]).includes(who) ? 1 : 0]);
    }
  });

  test('is not given away by where a page of a list ends, however many there are', async () => {
    const { data } = await give('peer', 'staff', { visibility: 'manager' });
    const [note] = await company.db.find('feedback_notes', { _id: data.id });
    const more = Array.from({ length: 24 }, (_, n) => {
      const _id = `${PEOPLE.peer}:hidden-note-${String(n).padStart(8, '0')}`;
      return { ...note, _id, rank: `${Number(note?.at) - n - 1}:${_id}`, visibility: 'receiver' };
    });
    await company.db.insertMany('feedback_notes', more);
    for (const who of ['elsewhere', 'hr', 'boss'] as const)
      expect(await listOf(who, 'about', { employeeId: PEOPLE.staff })).toMatchObject({
        notes: [],
        next: null,
      });
    expect(await listOf('head', 'about', { employeeId: PEOPLE.staff })).toMatchObject({
      notes: [{ id: data.id }],
      next: null,
    });
    // Whoever has written them reads on.
    expect((await listOf('peer', 'about', { employeeId: PEOPLE.staff })).next).toBe(more[18]?.rank);
  });

  test('is not shown to a manager who comes later: the giver meant the one of that day', async () => {
    const { data } = await give('peer', 'staff', { visibility: 'manager' });
    await company.db.updateMany('employees', { _id: PEOPLE.staff }, { $set: { managerId: PEOPLE.admin } });
    company.clock.advance(120_000);
    expect(await readersOf(data.id)).toEqual(['head', 'staff', 'peer']);
  });

  test('for everybody is praise, hangs on the wall of the team, and of no other', async () => {
    expect(codeOf(await give('peer', 'staff', { visibility: 'everybody' }))).toBe('public');
    await give('elsewhere', 'staff', { visibility: 'everybody', kind: 'praise', text: '接待得很周到' });
    await give('elsewhere', 'staff', { kind: 'praise', text: '只给你看' });
    expect((await listOf('other', 'wall')).notes).toMatchObject([{ excerpt: '接待得很周到' }]);
    expect((await listOf('hr', 'wall')).notes).toEqual([]);
    expect(await messagesTo('staff')).toMatchObject([{ event: 'feedback.praised' }, {}]);
  });

  test('is there once, however often it is sent; with other words by the same key it is refused', async () => {
    const key = feedbackKey();
    const [first, again] = [await give('peer', 'staff', { key }), await give('peer', 'staff', { key })];
    expect(again.data).toEqual(first.data);
    expect(codeOf(await give('peer', 'staff', { key, text: '另一段话' }))).toBe('key-reused');
    expect(await company.db.count('feedback_notes')).toBe(1);
    expect(await messagesTo('staff')).toHaveLength(1);
  });

  test('reaches nobody who has left, and not oneself', async () => {
    expect(codeOf(await give('peer', 'left'))).toBe('gone');
    expect(codeOf(await give('peer', 'peer'))).toBe('own');
    expect(codeOf(await askOf('peer', 'left'))).toBe('gone');
    expect(codeOf(await askOf('peer', 'peer'))).toBe('own');
    expect(await company.db.count('feedback_notes')).toBe(0);
  });

  test("about a goal is about the receiver's own", async () => {
    const goal = (who: Who, more: object = {}) => ({
      topic: {
        kind: 'goal',
        sheetId: `2026-11:p-${PEOPLE[who]}`,
        objectiveId: 'o1',
        title: '随便写的',
        ...more,
      },
    });
    await company.save('staff', person('staff'), 0, objective('o1', [metric('k1', 10)]));
    expect(codeOf(await give('peer', 'staff', goal('other')))).toBe('topic');
    // It is one that is there, and its title is the one that is stored.
    expect(codeOf(await give('peer', 'staff', goal('staff', { objectiveId: 'o2' })))).toBe('topic');
    expect(codeOf(await give('peer', 'staff', goal('staff', { keyResultId: 'k2' })))).toBe('topic');
    const titleOf = async (more: object) => {
      const { data } = await give('peer', 'staff', goal('staff', more));
      const note = await company.db.get('feedback_notes', data.id);
      return (note?.topic as { title: string } | undefined)?.title;
    };
    expect(await titleOf({})).toBe('目标 o1');
    expect(await titleOf({ keyResultId: 'k1' })).toBe('结果 k1');
    expect(codeOf(await askOf('staff', 'peer', goal('peer')))).toBe('topic');
  });

  test('is limited to five a day for one colleague and thirty for all', async () => {
    for (let count = 0; count < 5; count += 1) expect((await give('peer', 'staff')).ok).toBe(true);
    expect(codeOf(await give('peer', 'staff'))).toBe('person');
    for (const to of ['head', 'boss', 'other', 'hr', 'payroll'] as const)
      for (let count = 0; count < 5; count += 1) await give('peer', to);
    expect(codeOf(await give('peer', 'admin'))).toBe('day');
    expect(codeOf(await askOf('peer', 'admin'))).toBe('day');
    company.clock.advance(24 * 3_600_000);
    expect((await give('peer', 'staff')).ok).toBe(true);
  });

  test('comes in pages, the latest first, none twice', async () => {
    for (const from of ['peer', 'other', 'head', 'boss', 'hr'] as const)
      for (let count = 0; count < 5; count += 1) {
        company.clock.advance(1_000);
        await give(from, 'staff');
      }
    const first = await listOf('staff', 'received');
    const second = await listOf('staff', 'received', { cursor: first.next });
    expect([first.notes.length, second.notes.length, second.next]).toEqual([20, 5, null]);
    const all = [...first.notes, ...second.notes];
    expect(new Set(all.map(({ id }: { id: string }) => id)).size).toBe(25);
    const times = all.map(({ at }: { at: number }) => at);
    expect(times).toEqual([...times].sort((a, b) => b - a));
  });
});

describe('a question', () => {
  test('waits for who is asked, who answers it once for whom they choose', async () => {
    const { data } = await askOf('staff', 'peer');
    expect(await messagesTo('peer')).toMatchObject([
      { event: 'feedback.asked', data: { day: '2026-11-20' } },
    ]);
    expect(await listOf('peer', 'asked')).toMatchObject({
      waiting: 1,
      notes: [{ id: data.id, state: 'asked' }],
    });
    expect(await readersOf(data.id)).toEqual(['staff', 'peer']);
    const answer = { id: data.id, rev: 1, answer: { text: '沟通及时', visibility: 'manager' } };
    expect((await ask('peer', 'answerFeedback', answer)).data).toEqual({ id: data.id, rev: 2 });
    expect((await ask('peer', 'answerFeedback', answer)).data).toEqual({ id: data.id, rev: 2 });
    expect(await listOf('peer', 'asked')).toMatchObject({ waiting: 0, notes: [] });
    expect(await readersOf(data.id)).toEqual(['head', 'staff', 'peer']);
    expect((await listOf('staff', 'received')).notes).toMatchObject([{ excerpt: '沟通及时' }]);
    expect(await messagesTo('staff')).toMatchObject([{ event: 'feedback.answered' }]);
    const other = { ...answer, answer: { ...answer.answer, text: '另一段' } };
    expect(codeOf(await ask('peer', 'answerFeedback', other))).toBe('state');
  });

  test('is answered by nobody else', async () => {
    const { data } = await askOf('staff', 'peer');
    for (const who of ['staff', 'head', 'other', 'hr'] as const) {
      const answer = { id: data.id, rev: 1, answer: { text: 'x', visibility: 'receiver' } };
      expect(codeOf(await ask(who, 'answerFeedback', answer))).toBe('NOT_FOUND');
    }
  });

  test('can be declined, which its asker sees', async () => {
    const { data } = await askOf('staff', 'peer');
    await ask('peer', 'answerFeedback', { id: data.id, rev: 1, answer: null });
    expect((await listOf('staff', 'asked')).notes).toMatchObject([{ state: 'declined' }]);
    expect(await messagesTo('staff')).toMatchObject([{ event: 'feedback.declined' }]);
  });

  test('is taken back by who asked, and is then not answered', async () => {
    const { data } = await askOf('staff', 'peer');
    expect(codeOf(await ask('peer', 'withdrawFeedback', { id: data.id, rev: 1 }))).toBe('NOT_FOUND');
    expect((await ask('staff', 'withdrawFeedback', { id: data.id, rev: 1 })).ok).toBe(true);
    expect((await ask('staff', 'withdrawFeedback', { id: data.id, rev: 1 })).ok).toBe(true);
    const answer = { id: data.id, rev: 2, answer: { text: 'x', visibility: 'receiver' } };
    expect(codeOf(await ask('peer', 'answerFeedback', answer))).toBe('state');
    expect((await ask('peer', 'feedbackNote', { id: data.id })).data).toMatchObject({
      question: '',
      text: '',
    });
  });

  test.each(['2026-11-15', '2027-01-16'])('until %s is refused', async (dueOn) => {
    expect(codeOf(await askOf('staff', 'peer', { dueOn }))).toBe('due');
  });

  test('of somebody who has left meanwhile cannot be answered any more', async () => {
    const { data } = await askOf('staff', 'peer');
    await company.db.updateMany('employees', { _id: PEOPLE.staff }, { $set: { leftOn: '2026-11-16' } });
    company.clock.advance(24 * 3_600_000);
    const answer = { id: data.id, rev: 1, answer: { text: 'x', visibility: 'receiver' } };
    expect(codeOf(await ask('peer', 'answerFeedback', answer))).toBe('gone');
  });
});

describe('what was given', () => {
  test('is answered by its receiver five times at most, each once', async () => {
    const { data } = await give('peer', 'staff');
    const key = feedbackKey();
    await ask('staff', 'replyFeedback', { id: data.id, key, text: '谢谢' });
    await ask('staff', 'replyFeedback', { id: data.id, key, text: '谢谢' });
    const other = await ask('staff', 'replyFeedback', { id: data.id, key, text: '另外一句' });
    expect(codeOf(other)).toBe('key-reused');
    for (let count = 1; count < 5; count += 1)
      expect(
        (await ask('staff', 'replyFeedback', { id: data.id, key: feedbackKey(), text: '好的' })).ok,
      ).toBe(true);
    expect(codeOf(await ask('staff', 'replyFeedback', { id: data.id, key: feedbackKey(), text: 'x' }))).toBe(
      'full',
    );
    expect(codeOf(await ask('peer', 'replyFeedback', { id: data.id, key: feedbackKey(), text: 'x' }))).toBe(
      'NOT_FOUND',
    );
    expect((await ask('peer', 'feedbackNote', { id: data.id })).data.replies).toHaveLength(5);
    expect(await messagesTo('peer')).toHaveLength(5);
  });

  test('is taken back within a day: its words are gone, that there was one stays', async () => {
    const { data } = await give('peer', 'staff', { kind: 'praise', visibility: 'everybody' });
    expect(codeOf(await ask('staff', 'withdrawFeedback', { id: data.id, rev: 1 }))).toBe('NOT_FOUND');
    company.clock.advance(23 * 3_600_000);
    expect((await ask('peer', 'withdrawFeedback', { id: data.id, rev: 1 })).ok).toBe(true);
    expect((await listOf('staff', 'received')).notes).toEqual([]);
    expect((await listOf('other', 'wall')).notes).toEqual([]);
    expect(await readersOf(data.id)).toEqual(['staff', 'peer']);
    const stored = await company.db.get('feedback_notes', data.id);
    expect(stored).toMatchObject({ state: 'withdrawn', text: '', topic: null });
  });

  test('stays after a day, and once the receiver has answered', async () => {
    const [late, replied] = [await give('peer', 'staff'), await give('peer', 'staff')];
    await ask('staff', 'replyFeedback', { id: replied.data.id, key: feedbackKey(), text: '谢谢' });
    expect(codeOf(await ask('peer', 'withdrawFeedback', { id: replied.data.id, rev: 2 }))).toBe('replied');
    company.clock.advance(24 * 3_600_000 + 1);
    expect(codeOf(await ask('peer', 'withdrawFeedback', { id: late.data.id, rev: 1 }))).toBe('too-late');
  });
});
