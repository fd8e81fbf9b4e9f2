import type { Instant } from '#contracts/common';
import type { LocationEvidence, PunchInput, PunchMode, SeenBeacon } from '#contracts/punch';
import type { PunchResult } from '#contracts/today';
import { createSignal } from '../utils/signal';
import { ClientError, type Failure, failureOf, isTransient } from './client-error';

export interface FieldDraft {
  /** Path of the picture on the phone. */
  readonly photoPath: string;
  readonly placeName: string;
  readonly note: string;
}

export interface PunchDraft {
  readonly employeeId: string;
  readonly mode: PunchMode;
  readonly tappedAt: Instant;
  /** Required for `gps` and `field`; optional for other modes. */
  readonly location?: LocationEvidence;
  readonly field?: FieldDraft;
  readonly code?: string;
  readonly beacons?: readonly SeenBeacon[];
  /** The BSSID of mode `wifi`. */
  readonly wifi?: string;
  readonly biometric?: PunchInput['biometric'];
}

/** A punch stored on the phone until the server books or refuses it. */
export interface QueuedPunch extends PunchDraft {
  readonly punchKey: string;
  /** fileID of the picture in cloud storage; null until uploaded. */
  readonly photo: string | null;
  /** The server's refusal, kept until the person dismisses it; null while the punch is waiting. */
  readonly failure: Failure | null;
}

export type PunchOutcome =
  | { readonly state: 'booked'; readonly result: PunchResult }
  | { readonly state: 'waiting'; readonly failure: Failure }
  | { readonly state: 'refused'; readonly failure: Failure };

export interface PunchEvent {
  readonly punch: QueuedPunch;
  readonly outcome: PunchOutcome;
}

export interface PunchQueueDependencies {
  load(): readonly QueuedPunch[];
  /** @throws ClientError STORAGE_FULL */
  save(items: readonly QueuedPunch[]): void;
  newKey(): string;
  /** Uploads the picture to cloud storage; returns its fileID. */
  upload(punch: QueuedPunch): Promise<string>;
  send(input: PunchInput): Promise<PunchResult>;
  /** Runs a callback once after `ms`. */
  runAfter(ms: number, run: () => void): void;
}

/** More punches than a person makes in two days. */
export const MAX_QUEUED = 20;

const MIN_RETRY_MS = 4_000;
const MAX_RETRY_MS = 300_000;

/** Delay after `attempts` failed attempts: exponential backoff, at most five minutes. */
export const retryDelay = (attempts: number): number =>
  Math.min(MAX_RETRY_MS, MIN_RETRY_MS * 2 ** Math.min(attempts, 10));

function inputOf(punch: QueuedPunch): PunchInput {
  const { punchKey, tappedAt, mode, location, field, photo, code, beacons, wifi, biometric } = punch;
  return {
    punchKey,
    tappedAt,
    mode,
    ...(location && { location }),
    ...(code !== undefined && { code }),
    ...(beacons && { beacons }),
    ...(wifi !== undefined && { wifi }),
    ...(biometric && { biometric }),
    ...(field && photo && { field: { photo, placeName: field.placeName, note: field.note } }),
  };
}

/**
 * A biometric result expires while the punch waits. The punch is sent again without it: a site that requires one refuses
 * it, and the person makes the check anew (`confirm`).
 */
function withoutBiometric(punch: QueuedPunch, { code }: Failure): QueuedPunch | null {
  if (code !== 'BIOMETRIC_FAILED' || !punch.biometric) return null;
  const { biometric: _, ...rest } = punch;
  return rest;
}

/**
 * Queue of punches to send (ATT11): each is stored before it is sent, sent in the order of taps, retried with the
 * same key, and removed only when the server has booked it or the person has dismissed its refusal.
 */
export function createPunchQueue(dependencies: PunchQueueDependencies) {
  let items: readonly QueuedPunch[] | null = null;
  let running: Promise<void> | null = null;
  let attempts = 0;
  let timerSet = false;
  const changes = createSignal<readonly QueuedPunch[]>();
  const events = createSignal<PunchEvent>();

  const all = (): readonly QueuedPunch[] => {
    items ??= dependencies.load();
    return items;
  };

  /** Writes storage before memory, so that a full storage is reported at once. */
  const persist = (next: readonly QueuedPunch[]): void => {
    dependencies.save(next);
    items = next;
    changes.emit(next);
  };

  const replace = (punch: QueuedPunch): void =>
    persist(all().map((one) => (one.punchKey === punch.punchKey ? punch : one)));

  /** If storage cannot be written, the punch is sent again after a restart; its key makes that idempotent. */
  const remove = (punchKey: string): void => {
    items = all().filter((one) => one.punchKey !== punchKey);
    try {
      dependencies.save(items);
    } catch (thrown) {
      console.warn(failureOf(thrown).code);
    }
    changes.emit(items);
  };

  const firstWaiting = (): QueuedPunch | undefined => all().find((one) => !one.failure);

  async function deliver(punch: QueuedPunch): Promise<PunchOutcome> {
    let current = punch;
    try {
      if (punch.field && !punch.photo) {
        current = { ...punch, photo: await dependencies.upload(punch) };
        replace(current);
      }
      const result = await dependencies.send(inputOf(current));
      remove(punch.punchKey);
      return { state: 'booked', result };
    } catch (thrown) {
      const failure = failureOf(thrown);
      if (isTransient(failure)) return { state: 'waiting', failure };
      const unchecked = withoutBiometric(current, failure);
      if (unchecked) {
        replace(unchecked);
        return deliver(unchecked);
      }
      replace({ ...current, failure });
      return { state: 'refused', failure };
    }
  }

  function scheduleRetry(): void {
    if (timerSet) return;
    timerSet = true;
    dependencies.runAfter(retryDelay(attempts), () => {
      timerSet = false;
      void flush();
    });
    attempts += 1;
  }

  /** Stops at the first punch that must wait, so that a clock-out is never sent before its clock-in. */
  async function run(): Promise<void> {
    for (let remaining = MAX_QUEUED * 2; remaining > 0; remaining -= 1) {
      const punch = firstWaiting();
      if (!punch) return;
      const outcome = await deliver(punch);
      events.emit({ punch, outcome });
      if (outcome.state === 'waiting') {
        scheduleRetry();
        return;
      }
      attempts = 0;
    }
  }

  /** Sends waiting punches. Concurrent calls share one run. */
  function flush(): Promise<void> {
    running ??= run().finally(() => {
      running = null;
    });
    return running;
  }

  /**
   * Stores a punch, then tries to send it.
   * @throws ClientError QUEUE_FULL, STORAGE_FULL: nothing was stored
   */
  async function submit(draft: PunchDraft): Promise<PunchOutcome> {
    if (all().length >= MAX_QUEUED) throw new ClientError('QUEUE_FULL', { max: MAX_QUEUED });
    const punch: QueuedPunch = { ...draft, punchKey: dependencies.newKey(), photo: null, failure: null };
    persist([...all(), punch]);
    return outcomeOf(punch.punchKey);
  }

  /**
   * Sends a punch that failed the content check again with new texts; tap, location and picture are unchanged.
   * @throws ClientError STORAGE_FULL
   */
  async function revise(
    punchKey: string,
    words: Pick<FieldDraft, 'placeName' | 'note'>,
  ): Promise<PunchOutcome> {
    const punch = all().find((one) => one.punchKey === punchKey);
    if (!punch?.field) throw new ClientError('PHOTO_LOST');
    replace({ ...punch, field: { ...punch.field, ...words }, failure: null });
    return outcomeOf(punchKey);
  }

  /**
   * Sends a punch that was refused for want of a biometric check again with one; tap and place are unchanged.
   * @throws ClientError STORAGE_FULL
   */
  async function confirm(
    punchKey: string,
    biometric: NonNullable<PunchDraft['biometric']>,
  ): Promise<PunchOutcome | null> {
    const punch = all().find((one) => one.punchKey === punchKey);
    if (!punch) return null;
    replace({ ...punch, biometric, failure: null });
    return outcomeOf(punchKey);
  }

  /** Outcome of a stored punch, after those before it have been sent. */
  async function outcomeOf(punchKey: string): Promise<PunchOutcome> {
    let outcome: PunchOutcome | null = null;
    const stop = events.listen((event) => {
      if (event.punch.punchKey === punchKey) outcome = event.outcome;
    });
    await running;
    if (!outcome) await flush();
    stop();
    return outcome ?? { state: 'waiting', failure: { code: 'CLOUD_UNAVAILABLE', data: {}, requestId: '' } };
  }

  return {
    submit,
    revise,
    confirm,
    flush,
    /** Removes a refused punch after the person has read the reason. */
    dismiss: (punchKey: string): void => {
      if (all().some((one) => one.punchKey === punchKey && one.failure)) remove(punchKey);
    },
    items: all,
    onChange: changes.listen,
    onOutcome: events.listen,
  };
}
