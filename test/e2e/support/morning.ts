/** A Monday morning, on which the stories begin unless a file says otherwise. */
export const MONDAY = '2026-11-23T08:57:00+08:00';

/** Where the data of the demo company on that morning lies while the tests run. */
export const DEMO_DATA = 'E2E_DEMO_DATA';
