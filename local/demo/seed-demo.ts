import type { Day } from '#contracts/common';
import type { EmbeddedCloud } from '../cloud';
import { attendanceDocument, DEMO_KEY } from './attendance-document';
import { companyDocuments, demoInvites } from './company-documents';
import { KNOWN_PEOPLE } from './crowd';
import { addDays, dayOf, daysFrom } from './demo-days';
import { type DemoPerson, demoPeople, firstDay, MAIN_PERSON } from './demo-person';
import { randomFraction } from './random';

type Database = Pick<
  EmbeddedCloud['db'],
  'collectionNames' | 'createCollection' | 'insertMany' | 'updateMany' | 'get' | 'find'
>;

/** The demo's own state, next to the product's collections. */
const STATE = 'demo_state';
const BATCH_SIZE = 2_000;
const SHARE_PRESENT = 0.6;

interface DemoState {
  /** The day on which the data was first made; all dates are relative to it. */
  readonly founded: Day;
  /** The last day that was filled. */
  readonly upTo: Day;
  readonly people: number;
}

type Stored = NonNullable<ReturnType<typeof attendanceDocument>>;

/**
 * Fills an empty database with the demo company of `size` people (sixty if absent), and brings an older one up to
 * `now` (epoch ms). Punches of a visitor are never changed. @returns how many people it has. @throws Error if an older one has another size
 */
export async function seedDemo(db: Database, now: number, size?: number): Promise<number> {
  if (!db.collectionNames().includes(STATE)) await db.createCollection(STATE);
  const state = (await db.get(STATE, 'demo')) as unknown as DemoState | undefined;
  const people = state?.people ?? size ?? KNOWN_PEOPLE;
  if (size !== undefined && size !== people)
    throw new Error(
      `The demo company on this data folder has ${people} people, not ${size}: add --fresh or --data-dir.`,
    );
  const today = dayOf(now);
  if (!state) await createCompany(db, today, people);
  const founded = state?.founded ?? today;
  // A night shift of the day before may have ended since.
  const from = state ? addDays(state.upTo, -1) : firstDay(founded);
  const company = demoPeople(founded, people);
  if (state) await renewInvites(db, company, today);
  await fillDays(db, company, { founded, from, today, now });
  await db.updateMany(STATE, { _id: 'demo' }, { $set: { upTo: today } });
  return people;
}

async function createCompany(db: Database, today: Day, people: number): Promise<void> {
  for (const [collection, documents] of Object.entries(companyDocuments(today, people))) {
    await db.insertMany(collection, documents);
  }
  await db.insertMany(STATE, [{ _id: 'demo', founded: today, upTo: today, people }]);
}

/** Codes end as the product's own do; each start makes those good again that nobody has used. */
async function renewInvites(db: Database, people: readonly DemoPerson[], today: Day): Promise<void> {
  for (const invite of demoInvites(people, today)) {
    const { employeeId, expiresAt } = invite;
    const [bound] = await db.find('bindings', { employeeId });
    const [stored] = await db.find('invites', { employeeId });
    if (!bound && !stored) await db.insertMany('invites', [{ ...invite }]);
    else await db.updateMany('invites', { _id: invite._id, usedBy: null }, { $set: { expiresAt } });
  }
}

interface SeedPeriod {
  readonly founded: Day;
  readonly from: Day;
  readonly today: Day;
  readonly now: number;
}

/** Day by day: those of a large company do not fit into the memory at once. */
async function fillDays(db: Database, people: readonly DemoPerson[], span: SeedPeriod): Promise<void> {
  for (const day of daysFrom(span.from, span.today)) {
    const wanted = documentsOf(people, day, span);
    for (let at = 0; at < wanted.length; at += BATCH_SIZE)
      await updateDays(db, wanted.slice(at, at + BATCH_SIZE));
  }
}

/** On the current day only some people have punched: the main person and others are left to the visitor. */
function documentsOf(people: readonly DemoPerson[], day: Day, { founded, today, now }: SeedPeriod): Stored[] {
  return people
    .filter(({ id, since }) => day >= since && (day < today || hasPunched(id, day)))
    .flatMap((person) => attendanceDocument(person, day, founded, now) ?? []);
}

function hasPunched(id: string, today: Day): boolean {
  return id !== MAIN_PERSON && randomFraction(id, today, 'come') < SHARE_PRESENT;
}

async function updateDays(db: Database, wanted: readonly Stored[]): Promise<void> {
  const ids = wanted.map(({ _id }) => _id);
  const found = (await db.find('attendance_days', { _id: { $in: ids } })) as unknown as Stored[];
  const known = new Map(found.map((stored) => [stored._id, stored]));
  await db.insertMany(
    'attendance_days',
    wanted.filter(({ _id }) => !known.has(_id)).map((document) => ({ ...document })),
  );
  for (const { _id, shift, punches, rev } of wanted) {
    const stored = known.get(_id);
    if (!stored || !isUntouched(stored) || stored.punches.length >= punches.length) continue;
    await db.updateMany('attendance_days', { _id, rev: stored.rev }, { $set: { shift, punches, rev } });
  }
}

function isUntouched({ punches }: Stored): boolean {
  return punches.every(({ key }) => key.startsWith(DEMO_KEY));
}
