import { setTimeout as pause } from 'node:timers/promises';
import type { AroundRequest } from '../../local/cloud';

/** As far away as a database of the platform may be, and as many connections as one environment has. */
export const LATENCY = 10;
export const CONNECTIONS = 20;

/** Every call of the database takes so much longer, ms, and so many are under way at once; the others wait. */
export function slowDatabase(latency = LATENCY, connections = CONNECTIONS): AroundRequest {
  let free = connections;
  const waiting: (() => void)[] = [];
  const connect = async () => {
    if (free === 0) return new Promise<void>((resolve) => waiting.push(resolve));
    free -= 1;
  };
  const release = () => {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  };
  return async ({ action }, proceed) => {
    if (!action.startsWith('database.')) return proceed();
    await connect();
    try {
      await pause(latency);
      return await proceed();
    } finally {
      release();
    }
  };
}
