import type { ScoreNode } from '#contracts/appraisal';
import { score } from '../../../../cloudfunctions/appraisal/domain/score';
import { trainingProposals } from '../../../../cloudfunctions/appraisal/domain/training-proposals';
import { goalOf, goalsOf, part, schemeOf, sectionOf, text } from '../support/appraisal';

const training = (id: string) => ({ id, name: text(id) });
const rule = (node: string, below: number, id: string) => ({ node, below, training: training(id) });
const scheme = schemeOf([
  part('goals', 'goals', 40),
  part('manager', 'manager', 30),
  part('peer', 'peer', 30),
]);
const total = (service: number, complaints: number): ScoreNode =>
  score(scheme, [
    goalsOf(goalOf('G1', 100, 90)),
    {
      part: 'manager',
      kind: 'reviews',
      sections: [sectionOf('service', 100, [service, complaints])],
    },
  ]).total;

test('whoever scores below a line is proposed a training, with the reason', () => {
  expect(trainingProposals(total(80, 54.5), [rule('service-1', 60, 'complaints-course')])).toEqual([
    {
      training: training('complaints-course'),
      reasons: [
        { path: ['manager', 'service', 'service-1'], name: text('service 1'), shown: 54.5, below: 60 },
      ],
    },
  ]);
});

test('whoever is on the line or above is proposed nothing, and neither is what is missing', () => {
  const rules = [
    rule('service-1', 60, 'complaints-course'),
    rule('peer', 60, 'team-course'),
    rule('other', 60, 'x'),
  ];
  expect(trainingProposals(total(80, 60), rules)).toEqual([]);
});

test('one training for two gaps is proposed once, and the largest gap comes first', () => {
  const rules = [
    rule('service-0', 60, 'service-course'),
    rule('goals', 95, 'goal-course'),
    rule('service-1', 60, 'service-course'),
  ];
  const proposals = trainingProposals(total(55, 40), rules);
  expect(proposals.map(({ training: { id }, reasons }) => [id, reasons.map(({ shown }) => shown)])).toEqual([
    ['service-course', [40, 55]],
    ['goal-course', [90]],
  ]);
});
