const TEMPLATES = { SUBSCRIBE_RESULT: 'demo-result', SUBSCRIBE_WAITING: 'demo-waiting' };

/** What an administrator would set in the console for each function of the demo company. */
export const FUNCTION_VARIABLES = {
  requests: { FIELD_KEYS: 'demo=dG9uZ3hpbi1kZW1vLWtleS1ub3QtYS1zZWNyZXQtMzI=', ...TEMPLATES },
  notices: TEMPLATES,
} as const;
