/**
 * Deployment of the cloud functions: the single source for runtime, limits, timers, permissions and variables.
 * Generated from it: `config.json` of each bundle, `cloudbaserc.json` at the root, the tables of
 * `cloudfunctions/README.md` (`npm run deployment` writes the last two, `npm run check` compares them),
 * esbuild's target, and the platform check of each instance's first call (`shared/entry`).
 */

export interface Runtime {
  /** The platform's name. Chosen when a function is created; cannot be changed afterwards. */
  readonly name: string;
  /** The minimum version of Node.js that the functions are compiled, checked and tested for. */
  readonly node: string;
}

export interface Timer {
  readonly name: string;
  /** Second, minute, hour, day, month, weekday, year; China's time zone. */
  readonly cron: string;
  readonly does: string;
}

/** An environment variable set by an administrator. */
export interface Variable {
  readonly name: string;
  readonly required: boolean;
  readonly purpose: string;
  /** How to create a value, or what it looks like. */
  readonly value: string;
}

export interface Deployment {
  /** Time limit of one call, s; 60 at most. */
  readonly timeout: number;
  /** MB. */
  readonly memorySize: number;
  /** At most one per function. */
  readonly timer?: Timer;
  /** WeChat APIs that the function may call (`permissions.openapi`). */
  readonly openapi: readonly string[];
  readonly variables: readonly Variable[];
}

/** CloudBase offers Node.js 16.13 to 20. */
export const RUNTIME: Runtime = { name: 'Nodejs18.15', node: '18.15.0' };

const TEMPLATE = 'id of a one-time template, see "Subscribe messages"';
const SUBSCRIBE_RESULT: Variable = {
  name: 'SUBSCRIBE_RESULT',
  required: false,
  purpose: 'template of the message about an answer to a request; without it nobody is asked for one',
  value: TEMPLATE,
};
const SUBSCRIBE_WAITING: Variable = {
  name: 'SUBSCRIBE_WAITING',
  required: false,
  purpose: 'template of the message about a request that waits for the person; without it nobody is asked',
  value: TEMPLATE,
};

const CONSOLE_SECRET: Variable = {
  name: 'CONSOLE_SECRET',
  required: true,
  purpose: 'what a run in the console names, see "Who may call"; without it such runs are refused',
  value: "`node -p \"require('crypto').randomBytes(32).toString('base64url')\"`",
};

const CALLS_PER_MINUTE: Variable = {
  name: 'CALLS_PER_MINUTE',
  required: false,
  purpose: 'calls of one person a minute in one instance; the others are refused with `RATE_LIMITED`',
  value: 'a whole number; 240 unless set',
};

export const DEPLOYMENTS: Readonly<Record<string, Deployment>> = {
  appraisal: {
    timeout: 60,
    memorySize: 256,
    timer: {
      name: 'appraisal',
      cron: '40 10,40 * * * * *',
      does: 'goes on with what a cycle of appraisal is at: starting, ending, scores, publication; opens improvement plans',
    },
    openapi: ['security.msgSecCheck'],
    variables: [
      CALLS_PER_MINUTE,
      {
        name: 'FIELD_KEYS',
        required: true,
        purpose:
          'makes the codes of customers’ cards and hashes who has opened one; without it no card can be made or used',
        value: 'as that of `requests`, or one of its own; the oldest key stays while a cycle runs',
      },
    ],
  },
  attendance: {
    timeout: 60,
    memorySize: 256,
    timer: {
      name: 'attendance-jobs',
      cron: '0 10 * * * * *',
      does: 'collects flagged punches, settles the last month',
    },
    openapi: ['security.msgSecCheck', 'soter.verifySignature'],
    variables: [CONSOLE_SECRET, CALLS_PER_MINUTE],
  },
  goals: {
    timeout: 60,
    memorySize: 256,
    timer: {
      name: 'goals',
      cron: '20 0,30 * * * * *',
      does: 'starts and closes cycles, tells the goals above what has moved, goes on with the check of pictures',
    },
    openapi: ['security.msgSecCheck', 'security.mediaCheckAsync'],
    variables: [CALLS_PER_MINUTE],
  },
  integration: {
    timeout: 60,
    memorySize: 256,
    timer: {
      name: 'integration',
      cron: '50 40 3 * * * *',
      does: 'forgets requests of systems outside that are older than a repetition may be',
    },
    openapi: ['security.msgSecCheck'],
    variables: [
      CONSOLE_SECRET,
      CALLS_PER_MINUTE,
      {
        name: 'FIELD_KEYS',
        required: true,
        purpose: 'encrypts the secrets of systems outside; without it none can be made or used',
        value: 'as that of `requests`, or one of its own; keep a copy',
      },
    ],
  },
  notices: {
    timeout: 20,
    memorySize: 256,
    timer: {
      name: 'deliver',
      cron: '0 5,35 * * * * *',
      does: 'sends subscribe messages that no call has sent',
    },
    openapi: ['subscribeMessage.send'],
    variables: [
      CALLS_PER_MINUTE,
      SUBSCRIBE_RESULT,
      SUBSCRIBE_WAITING,
      {
        name: 'MINI_PROGRAM_STATE',
        required: false,
        purpose: 'which version of the Mini Program a message opens',
        value: '`formal` unless set; `trial` or `developer`',
      },
    ],
  },
  payroll: {
    timeout: 60,
    memorySize: 256,
    timer: {
      name: 'payroll',
      cron: '10 25 * * * * *',
      does: 'goes on with a run of payroll whose calculation or publication was interrupted, tells whose payslips are there, reminds of those that are not confirmed; removes files of pay a day after they were made, and proofs that have ended',
    },
    openapi: ['security.msgSecCheck', 'soter.verifySignature'],
    variables: [
      CONSOLE_SECRET,
      CALLS_PER_MINUTE,
      {
        name: 'PAY_PEOPLE_PER_FILE',
        required: false,
        purpose: 'people in one file of pay',
        value: 'a whole number; 2000 unless set',
      },
      {
        name: 'FIELD_KEYS',
        required: true,
        purpose:
          'encrypts pay and passcodes, and signs what the second check opened; without it nobody sees pay',
        value:
          'one of its own, made like that of `requests`; keep a copy. Another one: `next:` and the new key behind it, deploy, then the new key in front; the old one goes once the log says `KEYS_ROTATED`',
      },
    ],
  },
  people: {
    timeout: 20,
    memorySize: 256,
    timer: {
      name: 'people',
      cron: '30 20 * * * * *',
      does: 'enters the last day of approved resignations, and what new people are found by',
    },
    openapi: [],
    variables: [CONSOLE_SECRET, CALLS_PER_MINUTE],
  },
  reports: {
    timeout: 60,
    memorySize: 512,
    timer: { name: 'monthly', cron: '0 */5 8-9 1 * * *', does: "writes the last month's reports" },
    openapi: [],
    variables: [
      CONSOLE_SECRET,
      CALLS_PER_MINUTE,
      {
        name: 'REPORT_PEOPLE_PER_FILE',
        required: false,
        purpose: 'people in one file of a report',
        value: 'a whole number; 2000 unless set',
      },
    ],
  },
  requests: {
    timeout: 60,
    memorySize: 256,
    timer: {
      name: 'requests',
      cron: '30 */15 * * * * *',
      does: 'completes interrupted decisions, escalates steps, books leave that is due, goes on with the check of pictures',
    },
    openapi: ['security.msgSecCheck', 'security.mediaCheckAsync'],
    variables: [
      CALLS_PER_MINUTE,
      {
        name: 'FIELD_KEYS',
        required: true,
        purpose: 'encrypts private fields; without it requests with such fields are refused',
        value: "`node -p \"'k1='+require('crypto').randomBytes(32).toString('base64')\"`; keep a copy",
      },
      SUBSCRIBE_RESULT,
      SUBSCRIBE_WAITING,
    ],
  },
  schedule: {
    timeout: 10,
    memorySize: 256,
    openapi: ['security.msgSecCheck'],
    variables: [CALLS_PER_MINUTE],
  },
};

/** @throws Error if the function is not described */
export function deploymentOf(name: string): Deployment {
  const found = DEPLOYMENTS[name];
  if (!found) throw new Error(`cloudfunctions/deployment.ts does not describe the function ${name}.`);
  return found;
}
