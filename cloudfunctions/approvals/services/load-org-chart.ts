import type { Day } from '#contracts/common';
import { departmentsById, employeesById, findHolders } from '../../people/public';
import { dayOf } from '../../shared/calendar/company-time';
import type { FlowRole, OrgChart, OrgMember } from '../domain/flow/org-chart';

/** Maximum number of levels of a reporting line. */
const MAX_LEVELS = 40;
const BATCH_SIZE = 100;

/** Caches what was loaded and collects what is missing; null for what does not exist. */
class LazyOrgChart implements OrgChart {
  private readonly people = new Map<string, OrgMember | null>();
  private readonly departments = new Map<string, ReturnType<OrgChart['department']>>();
  private readonly roles = new Map<FlowRole, readonly OrgMember[]>();
  private missing = { people: new Set<string>(), departments: new Set<string>(), roles: new Set<FlowRole>() };

  constructor(
    readonly today: Day,
    private readonly now: number,
  ) {}

  person(id: string): OrgMember | null {
    const known = this.people.get(id);
    if (known === undefined && id !== '') this.missing.people.add(id);
    return known ?? null;
  }

  department(id: string): ReturnType<OrgChart['department']> {
    const known = this.departments.get(id);
    if (known === undefined) this.missing.departments.add(id);
    return known ?? null;
  }

  holders(role: FlowRole): readonly OrgMember[] {
    const known = this.roles.get(role);
    if (known === undefined) this.missing.roles.add(role);
    return known ?? [];
  }

  /** Loads what was missing in the last query. @returns false if nothing was */
  async loadMissing(): Promise<boolean> {
    const { people, departments, roles } = this.missing;
    this.missing = { people: new Set(), departments: new Set(), roles: new Set() };
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
  for (let start = 0; start < ids.length; start += BATCH_SIZE) {
    const batch = ids.slice(start, start + BATCH_SIZE);
    const found = await load(batch);
    for (const id of batch) known.set(id, found.get(id) ?? null);
  }
}

/**
 * Runs a synchronous query on the org chart: evaluates it with what is loaded, loads what was missing, and
 * repeats until nothing is. One read per level of the reporting line on a cold instance, none on a warm one.
 */
export async function withOrgChart<T>(now: number, query: (orgChart: OrgChart) => T): Promise<T> {
  const orgChart = new LazyOrgChart(dayOf(now), now);
  for (let round = 0; round < MAX_LEVELS; round += 1) {
    const answer = captured(() => query(orgChart));
    if (!(await orgChart.loadMissing())) return answer();
  }
  throw new RangeError(`Reporting line exceeds ${MAX_LEVELS} levels.`);
}

/** Captures a result or an error, which is only valid if nothing was missing. */
function captured<T>(run: () => T): () => T {
  try {
    const answer = run();
    return () => answer;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}
