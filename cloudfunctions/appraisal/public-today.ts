import type { OfficeTodo } from '#contracts/today';
import { appraisalCycles, appraisalPeople, appraisalPersonIdOf } from '../appraisal-cycles/public-today';
import { employees } from '../people/public-today';
import { reviewPeople, reviews } from '../reviews/public-today';
import { dayOf } from '../shared/calendar/company-time';
import type { Document } from '../shared/data/collection';
import type { Join } from '../shared/data/read-joined';
import type { Employee } from '../shared/kernel/employee';
import type { TodaySource } from '../shared/todos/today-source';
import { countedTodo, MAX_TODO_COUNT } from '../shared/todos/todo-source';
import { usableJoined } from '../shared/todos/usable-joined';
import { results } from './data/results';
import { latestVersion } from './domain/result';
import { resultIdOf, type StoredResult } from './domain/stored-result';
import { type AppealOnToday, countDecidable, type HrOnToday } from './domain/today-appeals';
import { appraisalIdsOn } from './domain/today-cycles';
import { type AskedPerson, type Cycle, type Peers, peersTodos, reviewTodo } from './domain/today-reviews';
import { isHr } from './services/calibrator';

const CYCLE = ['state', 'answersUntil', 'review.weights', 'review.peersUntil', 'review.confirmUntil'];
const PERSON = ['cycleId', 'person', 'questionnaireId', 'managerId', 'reports'];
const APPEAL = ['managerId', 'appealTo', 'result.versions.by'];
const HR_PERSON = ['managerId', 'hiredOn', 'leftOn'];
const PEERS = ['cycleId', 'employeeId', 'chosen', 'peers', 'confirmedBy'];

/** Who rates somebody is a few of the latest cycles. */
const MOST_ABOVE = 24;
const MOST_TEAM = 100;
const MOST_AS_PEER = 60;
const MOST_ANSWERS = 200;
const MOST_HR = 50;

type Result = Pick<StoredResult, '_id' | 'cycleId' | 'result'>;
type Answer = Document & {
  readonly cycleId: string;
  readonly subjectId: string;
  readonly submittedAt: unknown;
};

/** The latest ones, so that Today does not get slower with every cycle. */
const latest = (
  from: Join['from'],
  field: string,
  fields: readonly string[],
  max: number,
  me: Employee,
): Join => ({
  ...{ from, field, values: [me._id], fields, latestBy: 'cycleId', max },
});

/**
 * Reviews that the person has to write, of themselves, colleagues, reports and whom they report to; colleagues to choose, and to
 * confirm for their reports; appeals to decide; own results that were published and not read. Each is gone when it is done.
 */
export const appraisalToday: TodaySource<null> = {
  joins(me, now) {
    const ids = appraisalIdsOn(dayOf(now));
    const own = ids.map((id) => appraisalPersonIdOf(id, me._id));
    const ofOwn = { field: '_id', values: own, max: own.length };
    return {
      appraisals: { from: appraisalCycles, field: '_id', values: ids, fields: CYCLE, max: ids.length },
      appraised: { from: appraisalPeople, ...ofOwn, fields: PERSON },
      appraisedAbove: latest(appraisalPeople, 'reports', PERSON, MOST_ABOVE, me),
      appraisedTeam: latest(appraisalPeople, 'managerId', PERSON, MOST_TEAM, me),
      ownPeers: { from: reviewPeople, ...ofOwn, fields: PEERS },
      asPeer: latest(reviewPeople, 'peers', PEERS, MOST_AS_PEER, me),
      peersWaiting: latest(reviewPeople, 'waitsFor', PEERS, MAX_TODO_COUNT, me),
      answers: latest(reviews, 'raterId', ['cycleId', 'subjectId', 'submittedAt'], MOST_ANSWERS, me),
      results: {
        ...{ from: results, field: '_id', values: ids.map((id) => resultIdOf(id, me._id)) },
        ...{ fields: ['cycleId', 'result'], max: ids.length },
      },
      appeals: {
        ...{ from: results, fields: APPEAL, max: MAX_TODO_COUNT },
        ...(isHr(me) ? { field: 'appeal', values: ['open'] } : { field: 'appealTo', values: [me._id] }),
      },
      ...(isHr(me) && {
        hrPeople: { from: employees, field: 'roles', values: ['hr'], fields: HR_PERSON, max: MOST_HR },
        ownReports: { from: employees, field: 'managerId', values: [me._id], fields: [], max: MOST_TEAM },
      }),
    };
  },

  read(joined, now, me) {
    const of = <T>(name: string) => (joined[name] ?? []) as unknown as T[];
    const cycles = appraisalCycles.usable((joined.appraisals ?? []) as never[], [
      'state',
    ]) as unknown as Cycle[];
    const people = [
      ...of<AskedPerson>('appraised'),
      ...of<AskedPerson>('appraisedAbove'),
      ...of<AskedPerson>('appraisedTeam'),
    ];
    const answers = of<Answer>('answers').filter(({ submittedAt }) => submittedAt !== null);
    const sent = new Set(answers.map(({ cycleId, subjectId }) => `${cycleId}:${subjectId}`));
    const own = usableJoined<Result>(results, joined.results, ['cycleId', 'result']);
    const today = dayOf(now);
    const seen = { people, sent, today, myId: me._id };
    const peers = {
      own: of<Peers>('ownPeers'),
      asPeer: of<Peers>('asPeer'),
      waiting: of<Peers>('peersWaiting'),
    };
    return {
      part: null,
      todos: [
        ...cycles.flatMap((cycle) => [
          ...reviewTodo(cycle, seen, peers.asPeer),
          ...peersTodos(cycle, seen, peers),
          ...resultTodo(cycle, own),
        ]),
        ...countedTodo(
          'appeals',
          countDecidable(of<AppealOnToday>('appeals'), {
            ...{ id: me._id, managerId: me.managerId, isHr: isHr(me), today },
            ...{ reports: of<Document>('ownReports').map(({ _id }) => _id), hr: of<HrOnToday>('hrPeople') },
          }),
        ),
      ],
    };
  },
};

/** A version that came by an appeal is read as well. */
function resultTodo({ _id, state }: Cycle, own: readonly Result[]): OfficeTodo[] {
  const result = own.find(({ cycleId }) => cycleId === _id)?.result;
  if (state !== 'published' || !result) return [];
  const { number } = latestVersion(result);
  if (result.read.some(({ version }) => version === number)) return [];
  return [{ kind: 'result', count: 1, cycleId: _id }];
}
