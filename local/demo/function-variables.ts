/** The secret that the console must send; a real one is random and confidential. */
export const CONSOLE_SECRET = 'demo-console-secret-for-this-machine-only';
const CONSOLE = { CONSOLE_SECRET };

const FIELD_KEYS = 'demo=dG9uZ3hpbi1kZW1vLWtleS1ub3QtYS1zZWNyZXQtMzI=';
const TEMPLATES = { SUBSCRIBE_RESULT: 'demo-result', SUBSCRIBE_WAITING: 'demo-waiting' };

/** The environment variables of each function, as an administrator sets them in the console. */
export const FUNCTION_VARIABLES = {
  appraisal: { FIELD_KEYS },
  attendance: CONSOLE,
  integration: { ...CONSOLE, FIELD_KEYS },
  payroll: { ...CONSOLE, FIELD_KEYS },
  people: CONSOLE,
  reports: CONSOLE,
  requests: { FIELD_KEYS, ...TEMPLATES },
  notices: TEMPLATES,
} as const;
