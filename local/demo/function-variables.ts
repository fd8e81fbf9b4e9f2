/** What an administrator would set in the console for each function of the demo company. */
export const FUNCTION_VARIABLES = {
  notices: { SUBSCRIBE_RESULT: 'demo-result', SUBSCRIBE_WAITING: 'demo-waiting' },
} as const;
