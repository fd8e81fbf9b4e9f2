/** What the console says before it may do anything; a real one is random and kept secret. */
export const CONSOLE_SECRET = 'demo-console-secret-for-this-machine-only';
const CONSOLE = { CONSOLE_SECRET };

const TEMPLATES = { SUBSCRIBE_RESULT: 'demo-result', SUBSCRIBE_WAITING: 'demo-waiting' };

/** What an administrator would set in the console for each function of the demo company. */
export const FUNCTION_VARIABLES = {
  attendance: CONSOLE,
  people: CONSOLE,
  reports: CONSOLE,
  requests: { FIELD_KEYS: 'demo=dG9uZ3hpbi1kZW1vLWtleS1ub3QtYS1zZWNyZXQtMzI=', ...TEMPLATES },
  notices: TEMPLATES,
} as const;
