import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { RequestDocument } from '../../../cloudfunctions/approvals/domain/request/request';
import type { AttendanceDay } from '../../../cloudfunctions/attendance/domain/attendance-day';
import type { Punch } from '../../../cloudfunctions/attendance/domain/punch';
import type { Employee } from '../../../cloudfunctions/shared/kernel/employee';
import { type Product, startProduct } from '../../../local/start';
import { seenInTime } from '../../support/patience';
import { closeBrowser } from './browser';
import { demoDataOf, firstBuild, MONDAY } from './made-before';
import { openPhone, type Phone } from './phone';
import type { PhoneOptions } from './phone-address';

const TODAY = '2026-11-23';
/** About 2 km from the head office in Shanghai, gcj02. */
export const STREET = { latitude: 31.25, longitude: 121.52, accuracy: 15 };

/** The whole product with its demo company, and the phones of a test. */
class Company {
  private readonly phones: Phone[] = [];

  /** `usual`: of every phone, unless it says otherwise. */
  constructor(private readonly usual: Partial<PhoneOptions>) {}

  private dataDir = '';
  private running: Product | null = null;
  /** The same for all tests of a file: at one address a browser knows the Mini Program from the test before. */
  private port = 0;

  async begin(now: string): Promise<void> {
    this.dataDir = mkdtempSync(path.join(tmpdir(), 'tongxin-e2e-'));
    const made = demoDataOf(now);
    if (made) cpSync(made, this.dataDir, { recursive: true });
    await this.open(now);
    // However long that took.
    this.cloud.clock.set(Date.parse(now));
  }

  private async open(now: string): Promise<void> {
    const { dataDir } = this;
    // What was appraised before is in the way of stories about appraisals, and makes inboxes full.
    const options = { dataDir, demo: true, appraisals: false, now: Date.parse(now), first: firstBuild() };
    this.running = await startProduct({ ...options, port: this.port }).catch((error) => {
      // Somebody else has taken the port meanwhile.
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
      return startProduct({ ...options, port: 0 });
    });
    this.port = Number(new URL(this.running.url).port);
  }

  private get product(): Product {
    if (!this.running) throw new Error('The product has not been started');
    return this.running;
  }

  get cloud(): Product['cloud'] {
    return this.product.cloud;
  }

  /** Ends the cloud and starts it again on the same data. */
  async restart(now: string): Promise<void> {
    await this.product.close();
    await this.open(now);
  }

  async phoneOf(employeeId: string, options: Partial<PhoneOptions> = {}): Promise<Phone> {
    return this.phone({
      person: `demo_openid_${employeeId}`,
      place: await this.siteOf(employeeId),
      ...options,
    });
  }

  async phone(options: Partial<PhoneOptions>): Promise<Phone> {
    const phone = await openPhone({ url: this.product.url, ...this.usual, ...options });
    this.phones.push(phone);
    return phone;
  }

  /** A call as somebody makes it on a phone that the test does not need. @throws Error if it is refused */
  async act(employeeId: string, action: string, input: object): Promise<Record<string, unknown>> {
    const as = { kind: 'user', openid: `demo_openid_${employeeId}` } as const;
    const { result } = await this.cloud.invoke('requests', { action, input }, { as });
    const { ok, data, error } = result as { ok: boolean; data: Record<string, unknown>; error: unknown };
    if (!ok) throw new Error(`${action} of ${employeeId}: ${JSON.stringify(error)}`);
    return data;
  }

  /** A request as it is sent from a form that the test does not look at. @returns its id */
  async submit(applicantId: string, typeId: string, values: object): Promise<string> {
    const key = `story-${typeId}-${applicantId}-${randomUUID()}`;
    const { id } = await this.act(applicantId, 'submit', { key, typeId, version: 1, values });
    return String(id);
  }

  /** Everybody whom the newest request of this person waits for says yes. @throws Error if that is not enough */
  async approveAll(applicantId: string): Promise<void> {
    for (let step = 0; step < 5; step += 1) {
      const { _id, rev, state, waitingFor } = await this.requestOf(applicantId);
      if (state === 'approved') return;
      await this.act(waitingFor[0] ?? '', 'decide', { id: _id, rev, verb: 'approve' });
    }
    const { state } = await this.requestOf(applicantId);
    if (state !== 'approved') throw new Error(`The request of ${applicantId} is ${state}`);
  }

  /** Moves the clock of the cloud, and lets the timers of the requests run once. */
  async goTo(time: string): Promise<void> {
    this.cloud.clock.set(Date.parse(time));
    await this.cloud.invoke('requests', {}, { as: { kind: 'timer', name: 'requests' } });
  }

  /** The newest request of somebody that is not the demo's. */
  async requestOf(applicantId: string): Promise<RequestDocument> {
    const found = (await this.cloud.db.find('requests', { applicantId })) as unknown as RequestDocument[];
    const own = found.filter(({ _id }) => !_id.includes('-demo-'));
    const newest = own.sort((a, b) => b.submittedAt - a.submittedAt)[0];
    if (!newest) throw new Error(`${applicantId} has no request`);
    return newest;
  }

  /** In the middle of the person's first site. */
  async siteOf(employeeId: string): Promise<Required<PhoneOptions>['place']> {
    const { db } = this.cloud;
    const person = (await db.get('employees', employeeId)) as unknown as Employee | undefined;
    const site = await db.get('sites', person?.assignments[0]?.siteIds[0] ?? '');
    return { latitude: Number(site?.latitude), longitude: Number(site?.longitude), accuracy: 12 };
  }

  async day(employeeId: string, day: string = TODAY): Promise<AttendanceDay | undefined> {
    const found = await this.cloud.db.get('attendance_days', `${employeeId}:${day}`);
    return found as unknown as AttendanceDay | undefined;
  }

  async punches(employeeId: string, day: string = TODAY): Promise<readonly Punch[]> {
    return (await this.day(employeeId, day))?.punches ?? [];
  }

  /** Somebody bound to a WeChat user, working this shift, other than the main demo person, who has not punched today. */
  async notPunched(shiftId = 'SH-DAY'): Promise<Employee> {
    const { db } = this.cloud;
    const filter = { leftOn: null, 'assignments.shiftId': shiftId };
    for (const person of (await db.find('employees', filter)) as unknown as Employee[]) {
      const isBound = await db.get('bindings', `demo_openid_${person._id}`);
      if (person._id !== 'E0012' && isBound && !(await this.day(person._id))) return person;
    }
    throw new Error(`Nobody on ${shiftId} is without a punch today`);
  }

  /** Waits for what the screen does not show. @throws Error if it does not come */
  async until(done: () => Promise<boolean>): Promise<void> {
    if (!(await seenInTime(done, 100))) throw new Error('The condition was not met.');
  }

  /** Closes the phones of one test; each must be free of problems. */
  async closePhones(): Promise<void> {
    for (const phone of this.phones.splice(0)) {
      await phone.expectNoProblems();
      await phone.close();
    }
  }

  async end(): Promise<void> {
    await this.product.close();
    this.running = null;
    rmSync(this.dataDir, { recursive: true });
  }
}

/**
 * A company for each test of a file, which begins on that morning and must leave no problem behind: a test finds
 * nothing of what another one did, so that each can run alone and in any order. `usual`: what all of its phones have.
 */
export function useCompany(morning: string = MONDAY, usual: Partial<PhoneOptions> = {}): Company {
  const company = new Company(usual);
  beforeEach(() => company.begin(morning));
  // In this order, and the second one when the first fails too.
  afterEach(() => company.closePhones());
  afterEach(() => company.end());
  afterAll(() => closeBrowser());
  return company;
}
