import { type Documents, openInstrumentedAppraisal } from '../support/appraisal-race';
import { callingWith } from '../support/calling';
import { type CompanyFaults, faultsIn } from '../support/instrumented-tests';
import { openPerFile } from '../support/open';
import { feedbackKey, noteTo, questionTo } from '../unit/cloudfunctions/support/feedback-note';
import type { Who } from '../unit/cloudfunctions/support/request-company';

const company = openPerFile(() => openInstrumentedAppraisal('2026-11-16T10:00:00+08:00', { maxWorkers: 1 }));
const inject = faultsIn('feedback', company);

async function noteAfter(who: Who, action: string, input: object) {
  await company.begin();
  const { data } = await company.ask(who, action, input);
  return { id: data.id as string, stored: { feedback_notes: await company.db.find('feedback_notes') } };
}

const call = callingWith({
  ask: (...given) => company.ask(...given),
  begin: (from: Documents) => company.begin(from),
  // The caller and the colleague; it is refused.
  warmUp: (who) => {
    const topic = { kind: 'goal', sheetId: '2026-11:p-R99', objectiveId: 'o', title: 'x' };
    return company.ask(who, 'giveFeedback', noteTo(who === 'staff' ? 'peer' : 'staff', { topic }));
  },
});
const calling = (
  who: Who,
  action: string,
  input: object,
  invariant: CompanyFaults['invariant'],
  from: Documents = {},
) => call(from, [who, action, input], invariant);

const told = async (event: string) =>
  (await company.db.find('messages')).filter((each) => each.event === event);

test('giveFeedback: the note is there once and its receiver is told once, after every fault', async () => {
  const { points } = await inject(
    calling('peer', 'giveFeedback', noteTo('staff'), async () => {
      expect(await company.db.find('feedback_notes')).toMatchObject([{ state: 'given', rev: 1 }]);
      expect(await told('feedback.given')).toHaveLength(1);
    }),
  );
  expect(points.filter((point) => point.includes('insert'))).toEqual([
    'database.insertDocument feedback_notes',
    'database.insertDocument messages',
  ]);
});

test('askFeedback and answerFeedback: asked once, answered once, each told once, after every fault', async () => {
  await inject(
    calling('staff', 'askFeedback', questionTo('peer'), async () => {
      expect(await company.db.find('feedback_notes')).toMatchObject([{ state: 'asked' }]);
      expect(await told('feedback.asked')).toHaveLength(1);
    }),
  );
  const { id, stored } = await noteAfter('staff', 'askFeedback', questionTo('peer'));
  const answer = { id, rev: 1, answer: { text: '沟通及时', visibility: 'manager' } };
  await inject(
    calling(
      'peer',
      'answerFeedback',
      answer,
      async () => {
        expect(await company.db.find('feedback_notes')).toMatchObject([{ text: '沟通及时', rev: 2 }]);
        expect(await told('feedback.answered')).toHaveLength(1);
      },
      stored,
    ),
  );
});

test('replyFeedback and withdrawFeedback change a note once after every fault', async () => {
  const { id, stored } = await noteAfter('peer', 'giveFeedback', noteTo('staff'));
  await inject(
    calling(
      'staff',
      'replyFeedback',
      { id, key: feedbackKey(), text: '谢谢' },
      async () => {
        expect(await company.db.find('feedback_notes')).toMatchObject([
          { replies: [{ text: '谢谢' }], rev: 2 },
        ]);
        expect(await told('feedback.replied')).toHaveLength(1);
      },
      stored,
    ),
  );
  await inject(
    calling(
      'peer',
      'withdrawFeedback',
      { id, rev: 1 },
      async () => {
        expect(await company.db.find('feedback_notes')).toMatchObject([{ state: 'withdrawn', rev: 2 }]);
      },
      stored,
    ),
  );
});
