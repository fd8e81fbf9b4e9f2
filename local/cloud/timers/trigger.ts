import type { Cron } from 'croner';
import { parseCron } from './cron';

/** The timer of a function, from `triggers` of its config.json. */
export interface TimerTrigger {
  name: string;
  /** The seven fields as written. */
  config: string;
  cron: Cron;
}

/** Undefined if there is none. @throws RangeError if there is more than one, or it cannot be used */
export function readTrigger(triggers: unknown): TimerTrigger | undefined {
  if (triggers === undefined) return undefined;
  if (!Array.isArray(triggers)) throw new RangeError('triggers must be a list');
  if (triggers.length > 1) throw new RangeError(`one timer is allowed, not ${triggers.length}`);
  if (triggers.length === 0) return undefined;
  const { name, type, config } = Object(triggers[0]) as Record<string, unknown>;
  if (type !== 'timer') throw new RangeError('a trigger must have the type "timer"');
  if (typeof name !== 'string' || !/^[A-Za-z][A-Za-z0-9_-]{0,59}$/.test(name))
    throw new RangeError('the name of a timer must be letters, digits, - or _');
  if (typeof config !== 'string') throw new RangeError('the config of a timer must be a text');
  return { name, config, cron: parseCron(config) };
}
