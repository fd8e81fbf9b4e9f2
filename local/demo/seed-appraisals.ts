import type { Instant } from '#contracts/common';
import type { StoredBoard, StoredResult } from '../../cloudfunctions/appraisal/domain/stored-result';
import { answersOf } from './appraisal-answers';
import { type AppraisedMonth, appraisedMonths } from './appraisal-months';
import { appraisalPeople, reviewPeople } from './appraisal-people';
import { ask, type Cloud, runAppraisals, type Who } from './ask';
import { DEPARTMENTS } from './company';
import { dayOf, instantOf } from './demo-days';
import { type DemoPerson, demoPeople, MAIN_PERSON } from './demo-person';
import { randomFraction } from './random';
import { seedPlan } from './seed-plans';

const HR = 'E0046';
const LEADER = 'E0001';
/** The leader of the developers, who calibrates the main person's team. */
const CALIBRATOR = 'E0002';
const TEAM = 'D11';
/** Timer runs until grades are on the boards; each takes up where the last one stopped. */
const MAX_RUNS = 20;
const ACKNOWLEDGED = 0.5;
/** Points from which somebody has a better grade than this one, at the least. */
const LINES: Readonly<Record<string, number>> & { readonly B: number } = { B: 85, C: 70, D: 70 };

/**
 * The loop of performance: three months that were appraised, and this one, in which people are answering. What people wrote is
 * inserted; scores, grades, publications, appeals and their answers are the functions', each at its time. Only for a company
 * without any appraisal, and only of the sixty people of a larger one.
 * @throws Error if the product refuses something
 */
export async function seedAppraisals(cloud: Cloud, now: number, size: number): Promise<void> {
  if ((await cloud.db.count('appraisal_cycles')) > 0) return;
  const people = demoPeople(dayOf(now), size);
  const months = appraisedMonths(now, size);
  for (const [at, month] of months.entries()) {
    const back = months.length - 1 - at;
    await insertMonth(cloud, month, people, { back, now });
    if (month.isRunning) continue;
    await finish(cloud, month, back);
    const { _id: cycleId, from, to } = month.cycle;
    await seedPlan(cloud, back, { cycleId, from, to, publishedOn: month.closesOn, today: dayOf(now) });
  }
}

async function insertMonth(
  { db }: Cloud,
  month: AppraisedMonth,
  people: readonly DemoPerson[],
  when: { readonly back: number; readonly now: number },
): Promise<void> {
  const appraised = appraisalPeople(month, people);
  const written = answersOf(month, appraised, reviewPeople(month, appraised), when);
  // The cycle last, so that a timer that runs meanwhile finds all of it or nothing.
  const documents = { appraisal_people: appraised, ...written, appraisal_cycles: [month.cycle] };
  for (const [collection, all] of Object.entries(documents))
    await db.insertMany(
      collection,
      all.map((each) => ({ ...each })),
    );
}

/** From the day after the last answers to what followed on the results. */
async function finish(cloud: Cloud, month: AppraisedMonth, back: number): Promise<void> {
  const { cycle, closesOn } = month;
  const at = (hour: number, minutes = 0): Instant => instantOf(closesOn, hour * 60 + minutes);
  await closeAnswers(cloud, cycle._id, at(0, 10));
  if (back === 1) await calibrate(cloud, cycle._id, at(10));
  await lockBoards(cloud, cycle._id, at(11));
  await ask(cloud, { by: HR, at: at(15) }, 'publishResults', { cycleId: cycle._id });
  await acknowledge(cloud, month, { back, at: at(16) });
  if (back === 2) await appealAndDecide(cloud, cycle._id, at(17));
  if (back === 1)
    await appeal(cloud, { by: await lastOf(cloud, cycle._id, TEAM), at: at(17) }, cycle._id, WAITING);
}

async function closeAnswers(cloud: Cloud, cycleId: string, at: Instant): Promise<void> {
  for (let run = 0; run < MAX_RUNS; run += 1) {
    await runAppraisals(cloud, at);
    const cycle = await cloud.db.get('appraisal_cycles', cycleId);
    if (cycle?.state === 'calibration') return;
  }
  throw new Error(`The appraisal ${cycleId} was not scored.`);
}

const resultsOf = async ({ db }: Cloud, filter: object): Promise<StoredResult[]> =>
  ((await db.find('appraisal_results', { ...filter })) as unknown as StoredResult[]).sort((a, b) =>
    a._id < b._id ? -1 : 1,
  );

/** Of a team but for who leads it and the main person: the best first. */
async function membersOf(cloud: Cloud, cycleId: string, unit: string): Promise<StoredResult[]> {
  const team = await resultsOf(cloud, { boardId: `${cycleId}:${unit}` });
  const leaderId = DEPARTMENTS.find(({ id }) => id === unit)?.leaderId;
  return team
    .filter(({ person, row }) => row && person.id !== leaderId && person.id !== MAIN_PERSON)
    .sort((a, b) => (b.shown ?? 0) - (a.shown ?? 0));
}

/** Who is next below the best grade of the main person's team is raised, for what the figures do not show. */
async function calibrate(cloud: Cloud, cycleId: string, at: Instant): Promise<void> {
  const raised = (await membersOf(cloud, cycleId, TEAM)).find(({ row }) => row?.after !== 'A');
  if (!raised?.row) throw new Error(`Nobody of ${TEAM} can be raised.`);
  const { after, rev } = raised.row;
  await ask(cloud, { by: CALIBRATOR, at }, 'changeGrade', {
    ...{ cycleId, employeeId: raised.person.id, to: after === 'C' ? 'B' : 'A', rev },
    reason: '示例：两周支援后端组处理线上故障，这部分工作不在月度目标里，和其他组长核对后上调一档',
  });
}

async function lockBoards(cloud: Cloud, cycleId: string, at: Instant): Promise<void> {
  const boards = (await cloud.db.find('calibration_boards', { cycleId })) as unknown as StoredBoard[];
  for (const { unitId, rev } of boards)
    await ask(cloud, { by: LEADER, at }, 'lockBoard', { cycleId, unitId, rev });
}

interface After {
  readonly back: number;
  readonly at: Instant;
}

/** About half have read theirs. The main person has not read the latest one yet. */
async function acknowledge(cloud: Cloud, { cycle }: AppraisedMonth, { back, at }: After): Promise<void> {
  for (const { person } of await resultsOf(cloud, { boardId: `${cycle._id}:${TEAM}` })) {
    const isOpen = person.id === MAIN_PERSON && back === 1;
    const hasRead = person.id === MAIN_PERSON || randomFraction(person.id, cycle._id, 'read') < ACKNOWLEDGED;
    if (isOpen || !hasRead) continue;
    await ask(cloud, { by: person.id, at }, 'acknowledge', { cycleId: cycle._id, version: 1 });
  }
}

const WAITING = '示例：本月有一周在支援客户现场，目标没有相应调整，请核对这一周的工作记录';

const appeal = (cloud: Cloud, who: Who, cycleId: string, text: string): Promise<{ readonly rev: number }> =>
  ask(cloud, who, 'appeal', { cycleId, text });

/** Who has most reason to ask again. */
async function lastOf(cloud: Cloud, cycleId: string, unit: string): Promise<string> {
  const last = (await membersOf(cloud, cycleId, unit)).at(-1);
  if (!last) throw new Error(`Nobody of ${unit} has a result.`);
  return last.person.id;
}

/** Somebody was right: their result has a second version. */
async function appealAndDecide(cloud: Cloud, cycleId: string, at: Instant): Promise<void> {
  const employeeId = await lastOf(cloud, cycleId, 'D12');
  const { rev } = await appeal(
    cloud,
    { by: employeeId, at },
    cycleId,
    '示例：目标“完成接口”漏记了三个，已在评审记录里，请核对',
  );
  const [found] = await resultsOf(cloud, { _id: `${cycleId}:${employeeId}` });
  const before = found?.result?.versions.at(-1);
  if (!before) throw new Error(`${employeeId} has no result.`);
  const shown = Math.min(100, Math.max(before.shown + 4, LINES[before.grade] ?? 0));
  await ask(cloud, { by: HR, at: at + 20 * 3_600_000 }, 'decideAppeal', {
    ...{ cycleId, employeeId, rev, shown: Math.round(shown * 10) / 10, grade: shown >= LINES.B ? 'A' : 'B' },
    answer: '示例：评审记录核对属实，补记三个接口后重新评定',
  });
}
