import { codesOf, openInstrumentedAppraisal } from '../support/appraisal-race';
import { racesIn } from '../support/instrumented-tests';
import { openPerFile } from '../support/open';
import { type Racing, racingWith } from '../support/racing';
import { feedbackKey, noteTo, questionTo } from '../unit/cloudfunctions/support/feedback-note';

const AT = '2026-11-16T10:00:00+08:00';
const NOW = Date.parse(AT);
const company = openPerFile(() => openInstrumentedAppraisal(AT));
const explore = racesIn('feedback', company);
const racing = racingWith({
  explore,
  ask: (...given) => company.ask(...given),
  begin: (from: Parameters<typeof company.begin>[0]) => company.begin(from),
  now: NOW,
});

/** A note that is there, then two calls about it in every order. */
async function race(
  first: Racing,
  callsOn: (id: string) => readonly Racing[],
  check: (codes: readonly string[], note: Record<string, unknown>) => void | Promise<void>,
): Promise<void> {
  await company.begin();
  const { data } = await company.ask(...first);
  const stored = await company.db.find('feedback_notes');
  const note = async () => (await company.db.find('feedback_notes'))[0] as Record<string, unknown>;
  await racing({ feedback_notes: stored }, callsOn(data.id), async (answers) =>
    check(codesOf(answers), await note()),
  );
}

test('a question is answered while its asker takes it back: one of the two holds, and no words are lost or left', () =>
  race(
    ['staff', 'askFeedback', questionTo('peer')],
    (id) => [
      ['peer', 'answerFeedback', { id, rev: 1, answer: { text: '沟通及时', visibility: 'receiver' } }],
      ['staff', 'withdrawFeedback', { id, rev: 1 }],
    ],
    ([answered, taken], note) => {
      expect([answered, taken].filter((code) => code === 'ok')).toHaveLength(1);
      expect(note).toMatchObject(
        answered === 'ok' ? { state: 'given', text: '沟通及时' } : { state: 'withdrawn', text: '' },
      );
    },
  ));

test('a note is taken back while its receiver answers: never an answer to nothing', () =>
  race(
    ['peer', 'giveFeedback', noteTo('staff')],
    (id) => [
      ['peer', 'withdrawFeedback', { id, rev: 1 }],
      ['staff', 'replyFeedback', { id, key: feedbackKey(), text: '谢谢' }],
    ],
    ([taken, replied], note) => {
      expect([taken, replied].filter((code) => code === 'ok')).toHaveLength(1);
      const isThere = replied === 'ok';
      expect([note.state, (note.replies as object[]).length]).toEqual(
        isThere ? ['given', 1] : ['withdrawn', 0],
      );
    },
  ));

test('two taps on one reply, and two different ones: each counts once', () => {
  const key = feedbackKey();
  return race(
    ['peer', 'giveFeedback', noteTo('staff')],
    (id) => [
      ['staff', 'replyFeedback', { id, key, text: '谢谢' }],
      ['staff', 'replyFeedback', { id, key, text: '谢谢' }],
    ],
    async (codes, note) => {
      expect(codes).toEqual(['ok', 'ok']);
      expect(note.replies).toHaveLength(1);
      const told = await company.db.find('messages');
      expect(told.filter(({ event }) => event === 'feedback.replied')).toHaveLength(1);
    },
  );
});
