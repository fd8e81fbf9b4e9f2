import type { AroundRequest, Identity } from '../../../../local/cloud';
import {
  CONSOLE_SECRET,
  startTestCloud,
  type TestCloud,
  type TestCloudOptions,
} from '../../../support/cloud';

/** A company of five for tests; their OPENIDs. */
export const OPENIDS = {
  day: 'openid-day-shift',
  night: 'openid-night-shift',
  fieldForbidden: 'openid-no-field',
  siteless: 'openid-no-site',
  left: 'openid-left',
  stranger: 'openid-stranger',
} as const;

const text = (words: string) => ({ 'zh-CN': words, en: words });

/** Oriental Pearl Tower, gcj02. */
export const OFFICE = { latitude: 31.239703, longitude: 121.499718 };
/** About 1.1 km north of it. */
export const ELSEWHERE = { latitude: 31.249703, longitude: 121.499718 };

/** The first site as HR sends it. */
export const SITE = {
  id: 'S1',
  name: { 'zh-CN': 'HQ', en: 'HQ' },
  ...OFFICE,
  radius: 300,
  tolerance: 50,
  beacons: [] as object[],
  wifi: 'off',
  networks: [] as object[],
  biometric: 'off',
  screenKeepers: [] as string[],
};

/** Working days of the shifts, and the minutes after which being late or early is an absence. */
export const WORKWEEK = {
  workdays: [1, 2, 3, 4, 5],
  lateHalfDayAfter: 60,
  lateAbsentAfter: 180,
  earlyHalfDayAfter: 60,
  earlyAbsentAfter: 180,
};

export const DAY_SHIFT = {
  _id: 'SH-DAY',
  name: text('Day shift'),
  version: 3,
  start: 540,
  end: 1_080,
  flexMinutes: 30,
  ...WORKWEEK,
  breaks: [{ start: 720, end: 780 }],
  source: text('Staff handbook 4.2'),
};

export const NIGHT_SHIFT = {
  ...DAY_SHIFT,
  _id: 'SH-NIGHT',
  name: text('Night shift'),
  start: 1_320,
  end: 1_800,
  flexMinutes: 0,
  breaks: [{ start: 1_560, end: 1_590 }],
};

function employee(id: string, more: Record<string, unknown> = {}) {
  const { shiftId = 'SH-DAY', siteIds = ['S1'], fieldPolicy = 'free', ...rest } = more;
  return {
    _id: id,
    name: `员工${id}`,
    nameEn: `Person ${id}`,
    departmentId: 'D2',
    job: text('Engineer'),
    managerId: 'E0005',
    roles: ['employee'],
    language: null,
    hiredOn: '2026-01-05',
    leftOn: null,
    city: 'shanghai',
    probationUntil: null,
    workingSince: null,
    sex: null,
    childrenBornOn: [],
    assignments: [{ from: '2026-01-05', shiftId, siteIds, fieldPolicy }],
    rev: 1,
    ...rest,
  };
}

/** What the database holds before a test; fresh documents on every call. */
export function seed(): Record<string, Record<string, unknown>[]> {
  return {
    employees: [
      employee('E0001'),
      employee('E0002', { shiftId: 'SH-NIGHT' }),
      employee('E0003', { fieldPolicy: 'forbidden' }),
      employee('E0004', { leftOn: '2026-10-31' }),
      employee('E0005', { roles: ['employee', 'manager'], managerId: null }),
      employee('E0006', { siteIds: [] }),
      employee('E0007'),
    ],
    departments: [
      { _id: 'D1', name: text('Company'), parentId: null, path: [], leaderId: 'E0005' },
      { _id: 'D2', name: text('Team'), parentId: 'D1', path: ['D1'], leaderId: 'E0005' },
    ],
    bindings: [
      { _id: OPENIDS.day, employeeId: 'E0001' },
      { _id: OPENIDS.night, employeeId: 'E0002' },
      { _id: OPENIDS.fieldForbidden, employeeId: 'E0003' },
      { _id: OPENIDS.left, employeeId: 'E0004' },
      { _id: OPENIDS.siteless, employeeId: 'E0006' },
    ],
    sites: [{ _id: 'S1', name: text('HQ'), ...OFFICE, radius: 300, tolerance: 50 }],
    shifts: [DAY_SHIFT, NIGHT_SHIFT].map((shift) => ({ ...shift })),
  };
}

export interface Answer {
  ok: boolean;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into replies of every action
  data?: any;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  error?: { code: string; data: any };
  requestId?: string;
  now: number;
}

export interface Company extends TestCloud {
  /** Calls an action, of another function as `<function>.<action>`; its calls are in `lastCalls()`. */
  act(
    as: string,
    action: string,
    input?: unknown,
    call?: { requestId?: string; now?: number },
  ): Promise<Answer>;
  punch(as: string, input: Record<string, unknown>): Promise<Answer>;
  /** Database calls of the last action itself. */
  lastCalls(): number;
  /** With those of the functions that it called. */
  lastCallsOfAll(): number;
}

const PEOPLE = new Set([
  'me',
  'bind',
  'setLanguage',
  'departments',
  'createInvite',
  'unbind',
  'unbound',
  'invite',
]);
const SCHEDULE = new Set(['shifts', 'saveShift', 'roster', 'saveRoster', 'calendar', 'saveCalendar']);

function functionOf(action: string): string {
  if (PEOPLE.has(action)) return 'people';
  return SCHEDULE.has(action) ? 'schedule' : 'attendance';
}

function partsOf(action: string): [name: string, verb: string] {
  const [name, verb] = action.split('.');
  if (name !== undefined && verb !== undefined) return [name, verb];
  return [functionOf(action), action];
}

function identityOf(as: string): Identity {
  if (as === 'timer') return { kind: as, name: 'timer' };
  return as === 'console' || as === 'anonymous' ? { kind: as } : { kind: 'user', openid: as };
}

/** `as`: an OPENID, or `console` with its secret, or `timer`, or `anonymous`. `now` is the cloud's clock at the start. */
export async function openCompany(now: string, options: TestCloudOptions = {}): Promise<Company> {
  const own = new Map<string, number>();
  const aroundRequest: AroundRequest = (request, proceed) => {
    const { requestId, origin, action } = request;
    if (requestId === origin && action.startsWith('database.'))
      own.set(requestId, (own.get(requestId) ?? 0) + 1);
    return options.aroundRequest ? options.aroundRequest(request, proceed) : proceed();
  };
  const cloud = await startTestCloud({ now, seed: seed(), maxWorkers: 2, ...options, aroundRequest });
  let calls = 0;
  let allCalls = 0;
  const act: Company['act'] = async (as, action, input = {}, call = {}) => {
    const [name, verb] = partsOf(action);
    const secret = as === 'console' ? { secret: CONSOLE_SECRET } : {};
    const event = { action: verb, input, ...secret };
    const run = await cloud.invoke(name, event, { as: identityOf(as), ...call });
    calls = own.get(run.requestId) ?? 0;
    allCalls = run.costs.database;
    return run.result as Answer;
  };
  return {
    ...cloud,
    act,
    punch: (as, input) => act(as, 'punch', input),
    lastCalls: () => calls,
    lastCallsOfAll: () => allCalls,
  };
}

/** The WeChat user of `withRoles`. */
export const OPENID_ROLES = 'openid-with-roles';

/** Binds the manager E0005, with these roles. */
export async function withRoles(cloud: Pick<TestCloud, 'db'>, ...roles: string[]): Promise<void> {
  await cloud.db.updateMany('employees', { _id: 'E0005' }, { $set: { roles: ['employee', ...roles] } });
  await cloud.db.insertMany('bindings', [{ _id: OPENID_ROLES, employeeId: 'E0005' }]);
}

let keys = 0;

/** A punch at the office at the cloud's time, with a new key. */
export function tap(cloud: Pick<TestCloud, 'clock'>, more: Record<string, unknown> = {}) {
  keys += 1;
  return {
    punchKey: `punch-key-${String(keys).padStart(8, '0')}`,
    tappedAt: Math.floor(cloud.clock.now()),
    mode: 'gps',
    location: { ...OFFICE, accuracy: 20 },
    ...more,
  };
}

/** A field punch elsewhere, with its photo in place. */
export function fieldTap(
  cloud: Pick<TestCloud, 'clock'>,
  employeeId: string,
  more: Record<string, unknown> = {},
) {
  const base = tap(cloud);
  return {
    ...base,
    mode: 'field',
    location: { ...ELSEWHERE, accuracy: 20 },
    field: {
      photo: `cloud://local-env.bucket/field-punches/${employeeId}/${base.punchKey}.jpg`,
      placeName: '客户公司',
      note: '',
    },
    ...more,
  };
}
