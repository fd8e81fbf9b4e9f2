import { MAIN_PERSON, openidOf, STRANGER_OPENID } from '../../local/demo/demo-person';
import { type Call, call, withBenchCloud } from './bench-cloud';
import { punchInput } from './punch-input';
import { count, type Row, row } from './table';

interface Step {
  readonly title: string;
  readonly action: readonly [name: string, action: string];
  readonly input: (now: number) => object;
  /** Null for the console. */
  readonly openid: string | null;
  readonly target: number;
}

const me = openidOf(MAIN_PERSON);
const READ = 2;
const WRITE = 4;
const step = (
  name: string,
  action: string,
  target: number,
  input: Step['input'],
  openid: string | null = me,
): Step => ({ title: `${name}.${action}`, action: [name, action], input, openid, target });

/** In an order in which each one succeeds; the calls before have warmed the instance up. */
const STEPS: readonly Step[] = [
  step('attendance', 'today', READ, () => ({})),
  step('attendance', 'month', READ, () => ({ month: '2026-11' })),
  // Two are the product's own promise for a punch on a warm instance.
  step('attendance', 'punch', 2, (now) => punchInput('bench-first-punch-1', now)),
  step('people', 'me', READ, () => ({})),
  step('people', 'setLanguage', WRITE, () => ({ language: 'en' })),
  step('people', 'bind', WRITE + 4, () => ({ code: 'DEMQ2345' }), STRANGER_OPENID),
  step('people', 'createInvite', WRITE, () => ({ employeeId: 'E0060' }), null),
  step('people', 'unbind', WRITE, () => ({ employeeId: 'E0059' }), null),
];

/** Requests to the database per action, on a warm instance. */
export function benchDbCalls(): Promise<Row[]> {
  return withBenchCloud(async (cloud) => {
    const cold = await call(cloud, ['attendance', 'today'], {}, me);
    expectOk('attendance.today, cold', cold);
    await call(cloud, ['people', 'me'], {}, me);
    const rows = [row('DB calls of attendance.today, cold instance', count(cold.database), { atMost: 6 })];
    for (const { title, action, input, openid, target } of STEPS) {
      const made = await call(cloud, action, input(cloud.clock.now()), openid);
      expectOk(title, made);
      rows.push(row(`DB calls of ${title}`, count(made.database), { atMost: target }));
    }
    return rows;
  });
}

/** A refused call would look cheap. */
function expectOk(title: string, { reply }: Call): void {
  if (!reply.ok)
    throw new Error(`${title} was refused: ${reply.error.code} ${JSON.stringify(reply.error.data)}`);
}
