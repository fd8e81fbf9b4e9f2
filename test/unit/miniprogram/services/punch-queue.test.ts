import fc from 'fast-check';
import type { PunchInput } from '#contracts/punch';
import type { PunchResult } from '#contracts/today';
import { ClientError } from '../../../../miniprogram/services/client-error';
import {
  createPunchQueue,
  MAX_QUEUED,
  type PunchDraft,
  type QueuedPunch,
  retryDelay,
} from '../../../../miniprogram/services/punch-queue';
import { at, inside, punchAt, today } from '../support/today';

type Weather = 'ok' | 'offline' | 'lost' | 'busy' | 'refuse' | 'words';

/** A phone and a server that books by key, with a network that does as it is told. */
function fakeDependencies() {
  const weather: Weather[] = [];
  const booked: PunchInput[] = [];
  const uploads: string[] = [];
  let disk: readonly QueuedPunch[] = [];
  let timers: (() => void)[] = [];
  let keys = 0;
  let full = false;

  function book(input: PunchInput): PunchResult {
    const known = booked.some(({ punchKey }) => punchKey === input.punchKey);
    if (!known) booked.push(input);
    const { day, status, next } = today();
    return {
      outcome: known ? 'already' : 'booked',
      punch: punchAt('in', '08:57'),
      day,
      punches: [],
      next,
      status,
    };
  }

  const parts = {
    load: () => structuredClone(disk),
    save: (items: readonly QueuedPunch[]) => {
      if (full) throw new ClientError('STORAGE_FULL');
      disk = structuredClone(items);
    },
    newKey: () => `punch-key-${String(++keys).padStart(6, '0')}`,
    upload: async (punch: QueuedPunch) => {
      if (weather[0] === 'offline') {
        weather.shift();
        throw new ClientError('OFFLINE');
      }
      uploads.push(punch.punchKey);
      return `cloud://demo/field-punches/${punch.punchKey}.jpg`;
    },
    send: async (input: PunchInput): Promise<PunchResult> => {
      const now = weather.shift() ?? 'ok';
      if (now === 'offline') throw new ClientError('OFFLINE');
      if (now === 'busy') throw new ClientError('BUSY');
      if (now === 'refuse') throw new ClientError('PUNCH_TOO_LATE', { day: '2026-11-22', tappedAt: 0 });
      if (now === 'words') throw new ClientError('TEXT_REFUSED');
      const result = book(input);
      if (now === 'lost') throw new ClientError('TIMEOUT');
      return result;
    },
    runAfter: (_ms: number, run: () => void) => {
      timers.push(run);
    },
  };
  return {
    parts,
    weather,
    booked,
    uploads,
    disk: () => disk,
    fill: (value: boolean) => {
      full = value;
    },
    /** Lets every waiting timer ring. */
    ring: async (queue: { flush(): Promise<void> }) => {
      const due = timers;
      timers = [];
      for (const run of due) run();
      await queue.flush();
    },
  };
}

const draft = (more: Partial<PunchDraft> = {}): PunchDraft => ({
  employeeId: 'E0012',
  mode: 'gps',
  tappedAt: at('08:57'),
  location: inside,
  ...more,
});

const field = { photoPath: 'wxfile://photo.jpg', placeName: '客户公司', note: '' };

describe('the punch queue', () => {
  it('keeps a punch before it sends it, and forgets it when the server has booked it', async () => {
    const phone = fakeDependencies();
    const seen: number[] = [];
    const queue = createPunchQueue({
      ...phone.parts,
      send: (input) => {
        seen.push(phone.disk().length);
        return phone.parts.send(input);
      },
    });
    await expect(queue.submit(draft())).resolves.toMatchObject({ state: 'booked' });
    expect(seen).toEqual([1]);
    expect(phone.disk()).toEqual([]);
  });

  it('waits offline and books once the network is back', async () => {
    const phone = fakeDependencies();
    phone.weather.push('offline');
    const queue = createPunchQueue(phone.parts);
    await expect(queue.submit(draft())).resolves.toMatchObject({ state: 'waiting' });
    expect(phone.disk()).toHaveLength(1);
    await queue.flush();
    expect(phone.booked).toHaveLength(1);
    expect(queue.items()).toEqual([]);
  });

  it('survives the end of the app', async () => {
    const phone = fakeDependencies();
    phone.weather.push('offline');
    await createPunchQueue(phone.parts).submit(draft());
    const restarted = createPunchQueue(phone.parts);
    expect(restarted.items()).toHaveLength(1);
    await restarted.flush();
    expect(phone.booked.map(({ punchKey }) => punchKey)).toEqual(['punch-key-000001']);
  });

  it('sends refused words again, changed, as the same punch with the same picture', async () => {
    const phone = fakeDependencies();
    const queue = createPunchQueue(phone.parts);
    phone.weather.push('words');
    const field = { photoPath: 'wxfile://usr/a.jpg', placeName: '客户大厦', note: '不当的话' };
    const refused = await queue.submit({ ...draft(), mode: 'field', field });
    expect(refused).toMatchObject({ state: 'refused', failure: { code: 'TEXT_REFUSED' } });
    const [kept] = queue.items();
    expect(kept).toMatchObject({ field, photo: expect.stringContaining('cloud://') });
    const sent = await queue.revise(kept?.punchKey ?? '', { placeName: '客户大厦', note: '拜访客户' });
    expect(sent.state).toBe('booked');
    expect(phone.booked).toMatchObject([{ punchKey: kept?.punchKey, field: { note: '拜访客户' } }]);
    expect(phone.uploads).toHaveLength(1);
    expect(queue.items()).toEqual([]);
  });

  it('keeps a refused punch until the person has read why, and continues with the next', async () => {
    const phone = fakeDependencies();
    phone.weather.push('refuse');
    const queue = createPunchQueue(phone.parts);
    await expect(queue.submit(draft())).resolves.toMatchObject({
      state: 'refused',
      failure: { code: 'PUNCH_TOO_LATE' },
    });
    expect(queue.items()).toMatchObject([{ failure: { code: 'PUNCH_TOO_LATE' } }]);
    await expect(queue.submit(draft())).resolves.toMatchObject({ state: 'booked' });
    queue.dismiss('punch-key-000001');
    expect(phone.disk()).toEqual([]);
  });

  it('never dismisses a punch that still waits', async () => {
    const phone = fakeDependencies();
    phone.weather.push('offline');
    const queue = createPunchQueue(phone.parts);
    await queue.submit(draft());
    queue.dismiss('punch-key-000001');
    expect(phone.disk()).toHaveLength(1);
  });

  it('sends in the order of the taps: the second waits behind the first', async () => {
    const phone = fakeDependencies();
    phone.weather.push('offline', 'offline');
    const queue = createPunchQueue(phone.parts);
    await queue.submit(draft());
    await queue.submit(draft({ tappedAt: at('18:02') }));
    expect(phone.booked).toEqual([]);
    await queue.flush();
    expect(phone.booked.map(({ tappedAt }) => tappedAt)).toEqual([at('08:57'), at('18:02')]);
  });

  it('uploads the picture first, once, and sends its fileID', async () => {
    const phone = fakeDependencies();
    phone.weather.push('lost');
    const queue = createPunchQueue(phone.parts);
    await queue.submit(draft({ mode: 'field', field }));
    await queue.flush();
    expect(phone.uploads).toEqual(['punch-key-000001']);
    expect(phone.booked[0]?.field).toEqual({
      photo: 'cloud://demo/field-punches/punch-key-000001.jpg',
      placeName: '客户公司',
      note: '',
    });
  });

  it('sends a code as it was scanned, with nothing that it does not have', async () => {
    const phone = fakeDependencies();
    const { location: _, ...scanned } = draft({ mode: 'code', code: 'TX1.S1.1.a.b' });
    await createPunchQueue(phone.parts).submit(scanned);
    expect(phone.booked).toEqual([
      { punchKey: 'punch-key-000001', tappedAt: at('08:57'), mode: 'code', code: 'TX1.S1.1.a.b' },
    ]);
  });

  it('keeps the network of a tap without reception, and sends it later', async () => {
    const phone = fakeDependencies();
    phone.weather.push('offline');
    const { location: _, ...tapped } = draft({ mode: 'wifi', wifi: '58:69:6c:21:0a:10' });
    await createPunchQueue(phone.parts).submit(tapped);
    await createPunchQueue(phone.parts).flush();
    expect(phone.booked).toMatchObject([{ mode: 'wifi', wifi: '58:69:6c:21:0a:10' }]);
  });

  it('books without a check on the phone that is not confirmed any more', async () => {
    const phone = fakeDependencies();
    const sent: PunchInput[] = [];
    const queue = createPunchQueue({
      ...phone.parts,
      send: async (input) => {
        sent.push(input);
        if (input.biometric) throw new ClientError('BIOMETRIC_FAILED');
        return phone.parts.send(input);
      },
    });
    const biometric = { resultJSON: '{}', resultJSONSignature: 's' };
    await expect(queue.submit(draft({ biometric }))).resolves.toMatchObject({ state: 'booked' });
    expect(sent.map(({ punchKey }) => punchKey)).toEqual(['punch-key-000001', 'punch-key-000001']);
    expect(phone.booked).toEqual([expect.not.objectContaining({ biometric })]);
    expect(phone.disk()).toEqual([]);
  });

  it('keeps a punch whose site requires a check, and sends it with one under the same key', async () => {
    const phone = fakeDependencies();
    const queue = createPunchQueue({
      ...phone.parts,
      send: async (input) => {
        if (!input.biometric) throw new ClientError('BIOMETRIC_REQUIRED', { siteId: 'S1' });
        if (input.biometric.resultJSON === 'expired') throw new ClientError('BIOMETRIC_FAILED');
        return phone.parts.send(input);
      },
    });
    const check = (resultJSON: string) => ({ resultJSON, resultJSONSignature: 's' });
    const refused = { state: 'refused', failure: { code: 'BIOMETRIC_REQUIRED' } };
    await expect(queue.submit(draft({ biometric: check('expired') }))).resolves.toMatchObject(refused);
    const [kept] = queue.items();
    await expect(queue.confirm(kept?.punchKey ?? '', check('{}'))).resolves.toMatchObject({
      state: 'booked',
    });
    expect(phone.booked).toMatchObject([{ punchKey: kept?.punchKey, tappedAt: at('08:57') }]);
    expect(phone.disk()).toEqual([]);
    await expect(queue.confirm('gone', check('{}'))).resolves.toBeNull();
  });

  it('is bounded, and says so', async () => {
    const phone = fakeDependencies();
    const queue = createPunchQueue(phone.parts);
    for (let n = 0; n < MAX_QUEUED; n += 1) {
      phone.weather.push('offline');
      await queue.submit(draft());
    }
    await expect(queue.submit(draft())).rejects.toMatchObject({ code: 'QUEUE_FULL' });
    expect(phone.disk()).toHaveLength(MAX_QUEUED);
  });

  it('tells at once when the phone has no room, and sends nothing', async () => {
    const phone = fakeDependencies();
    phone.fill(true);
    const queue = createPunchQueue(phone.parts);
    await expect(queue.submit(draft())).rejects.toMatchObject({ code: 'STORAGE_FULL' });
    expect(phone.booked).toEqual([]);
  });

  it('waits longer each time, five minutes at most', () => {
    const waits = Array.from({ length: 30 }, (_, tries) => retryDelay(tries));
    expect(waits.slice(0, 3)).toEqual([4_000, 8_000, 16_000]);
    expect(Math.max(...waits)).toBe(300_000);
    expect([...waits].sort((a, b) => a - b)).toEqual(waits);
  });

  it('books every punch exactly once, whatever the network does', async () => {
    const bad = fc.constantFrom<Weather>('ok', 'offline', 'lost', 'busy');
    const step = fc.constantFrom<Step>('tap', 'field', 'flush', 'restart', 'both');
    const history = fc.record({
      weather: fc.array(bad, { maxLength: 25 }),
      steps: fc.array(step, { maxLength: 12 }),
    });
    await fc.assert(fc.asyncProperty(history, live), { numRuns: 300 });
  });
});

type Step = 'tap' | 'field' | 'flush' | 'restart' | 'both';

const TAPS: Readonly<Record<Step, readonly PunchDraft[]>> = {
  tap: [draft()],
  field: [draft({ mode: 'field', field })],
  both: [draft(), draft()],
  flush: [],
  restart: [],
};

/** Lives through a history, then waits until the weather is good. */
async function live({ weather, steps }: { weather: Weather[]; steps: Step[] }): Promise<void> {
  const phone = fakeDependencies();
  phone.weather.push(...weather);
  let queue = createPunchQueue(phone.parts);
  for (const what of steps) {
    if (what === 'restart') queue = createPunchQueue(phone.parts);
    if (what === 'flush') await phone.ring(queue);
    await Promise.all(TAPS[what].map((tap) => queue.submit(tap)));
  }
  for (let left = weather.length + 2; left > 0; left -= 1) await phone.ring(queue);
  const taps = steps.reduce((sum, what) => sum + TAPS[what].length, 0);
  expect(phone.booked).toHaveLength(taps);
  expect(new Set(phone.booked.map(({ punchKey }) => punchKey)).size).toBe(taps);
  expect(phone.disk()).toEqual([]);
}
