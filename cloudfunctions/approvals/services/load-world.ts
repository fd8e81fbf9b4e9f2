import type { Day } from '#contracts/common';
import { departmentsById, employeesById, findHolders } from '../../people/public';
import { dayOf } from '../../shared/calendar/company-time';
import type { Colleague, FlowRole, World } from '../domain/flow/world';

/** Longer reporting lines than this are not followed. */
const MAX_ROUNDS = 40;
const IDS_AT_ONCE = 100;

/** What has been asked for and is known by now; null for what does not exist. */
class KnownCompany implements World {
  private readonly people = new Map<string, Colleague | null>();
  private readonly departments = new Map<string, ReturnType<World['department']>>();
  private readonly roles = new Map<FlowRole, readonly Colleague[]>();
  private asked = { people: new Set<string>(), departments: new Set<string>(), roles: new Set<FlowRole>() };

  constructor(
    readonly today: Day,
    private readonly now: number,
  ) {}

  person(id: string): Colleague | null {
    const known = this.people.get(id);
    if (known === undefined && id !== '') this.asked.people.add(id);
    return known ?? null;
  }

  department(id: string): ReturnType<World['department']> {
    const known = this.departments.get(id);
    if (known === undefined) this.asked.departments.add(id);
    return known ?? null;
  }

  holders(role: FlowRole): readonly Colleague[] {
    const known = this.roles.get(role);
    if (known === undefined) this.asked.roles.add(role);
    return known ?? [];
  }

  /** Loads what was asked for in vain. @returns false if nothing was */
  async loadMore(): Promise<boolean> {
    const { people, departments, roles } = this.asked;
    this.asked = { people: new Set(), departments: new Set(), roles: new Set() };
    if (people.size + departments.size + roles.size === 0) return false;
    await Promise.all([
      loadInto(this.people, [...people], (ids) => employeesById(ids, this.now)),
      loadInto(this.departments, [...departments], (ids) => departmentsById(ids, this.now)),
      ...[...roles].map(async (role) => this.roles.set(role, await findHolders(role, this.now))),
    ]);
    return true;
  }
}

async function loadInto<T>(
  known: Map<string, T | null>,
  ids: readonly string[],
  load: (ids: readonly string[]) => Promise<ReadonlyMap<string, T>>,
): Promise<void> {
  for (let at = 0; at < ids.length; at += IDS_AT_ONCE) {
    const some = ids.slice(at, at + IDS_AT_ONCE);
    const found = await load(some);
    for (const id of some) known.set(id, found.get(id) ?? null);
  }
}

/**
 * Answers a question about the company: asks it with what is known, loads what was missing, and asks again until
 * nothing is. One read per level of the reporting line on a cold instance, none on a warm one.
 */
export async function withWorld<T>(now: number, ask: (world: World) => T): Promise<T> {
  const world = new KnownCompany(dayOf(now), now);
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const answer = attempt(() => ask(world));
    if (!(await world.loadMore())) return answer();
  }
  throw new RangeError('The company has no end.');
}

/** An answer, or a refusal, which counts only if everything was known. */
function attempt<T>(run: () => T): () => T {
  try {
    const answer = run();
    return () => answer;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}
