import { readFileSync } from 'node:fs';
import path from 'node:path';

type Where = readonly [file: string, title: string];

const PROGRESS = 'unit/miniprogram/common/goals/progress.test.ts';
const OBJECTIVE = 'unit/cloudfunctions/goals/objective-progress.test.ts';
const GOALS = 'unit/cloudfunctions/goals/goals.cloud.test.ts';
const SCORE = 'unit/cloudfunctions/appraisal/score.test.ts';
const GRADES = 'unit/cloudfunctions/appraisal/grades.test.ts';
const RESULTS = 'unit/cloudfunctions/appraisal/results.cloud.test.ts';
const BOARD = 'unit/cloudfunctions/appraisal/calibration.cloud.test.ts';
const SET_UP = 'unit/cloudfunctions/appraisal-cycles/set-up.cloud.test.ts';
const RUN = 'unit/cloudfunctions/appraisal-cycles/run.cloud.test.ts';
const ANONYMITY = 'unit/cloudfunctions/reviews/anonymity.test.ts';
const REVIEWS = 'unit/cloudfunctions/reviews/reviews.cloud.test.ts';
const QUIET = 'unit/cloudfunctions/goals/quiet.cloud.test.ts';

/** What users of other systems complain about, as `owner/repository#number`, and the test of what happens to ours. */
const COMPLAINTS: Readonly<Record<string, Where>> = {
  'frappe/hrms#2023': [SCORE, 'never makes five stars everywhere fewer than five'],
  'frappe/hrms#690': [SET_UP, 'a draft has everything of its template'],
  'frappe/hrms#1670': [
    'property/appraisal-score.test.ts',
    'every node of a tree can be worked out again from its own formula and inputs',
  ],
  'frappe/hrms#637': [BOARD, 'everybody is scored by what the closing review gave'],
  'frappe/erpnext#13522': [SET_UP, 'questionnaires by post'],
  'horilla/horilla-hr#250': [ANONYMITY, 'no figure, text or list names a rater'],
  'horilla/horilla-hr#690': [
    REVIEWS,
    'are kept one by one, from two phones as well, and only their rater reads them',
  ],
  'horilla/horilla-hr#881': ['unit/cloudfunctions/appraisal/today.cloud.test.ts', 'reviews on Today'],
  'horilla/horilla-hr#386': [REVIEWS, 'are kept one by one, from two phones as well'],
  'horilla/horilla-hr#764': [
    'unit/cloudfunctions/goals/push.cloud.test.ts',
    'goals are pushed by those above and HR only',
  ],
  'steedos/okr-management-app#17': [
    OBJECTIVE,
    'a figure that has to rise and one that has to fall count alike',
  ],
  'steedos/okr-management-app#10': [
    GOALS,
    "moves the own goal, the team's and the company's in the same call",
  ],
  'steedos/okr-management-app#13': [GOALS, 'weights that do not sum to 100 are refused'],
  'puzzle/okr#235': [SCORE, 'a score is exact until it is shown'],
  'puzzle/okr#495': [PROGRESS, 'a figure that rose instead of falling'],
  'puzzle/okr#1680': [OBJECTIVE, 'steps, a limit, a yes and a percentage count beside figures'],
  'MicrosoftDocs/Viva#518': [OBJECTIVE, 'a key result by what is aligned to it is their mean by weight'],
  'operately/operately#593': [
    'unit/miniprogram/features/goals/course.test.ts',
    'falls from its start to its target where less is better',
  ],
  'operately/operately#1329': [
    QUIET,
    'who reports nothing is reminded, then their manager, then the manager above',
  ],
  'oslokommune/okr-tracker#879': [OBJECTIVE, 'weights of four to one'],
  'TEAMMATES/teammates#5228': [ANONYMITY, 'and no two texts are of one'],
  'TEAMMATES/teammates#4597': [REVIEWS, 'nothing stored leads from an answer to a card or a WeChat user'],
  'TEAMMATES/teammates#8203': [ANONYMITY, 'a review of oneself makes no fourth peer'],
  'TEAMMATES/teammates#2719': [
    'security/reviews-function.test.ts',
    'while the cycle runs no answer makes a difference to anybody but its rater',
  ],
  'TEAMMATES/teammates#2697': [
    'security/review-attack.test.ts',
    'every rule is needed: without it the attack finds something',
  ],
  'instructure/canvas-lms#2135': ['security/reviews-function.test.ts', 'what is published names no rater'],
  'Devographics/Monorepo#330': [ANONYMITY, 'nobody asked to answer, none and three look the same'],
  'theopenco/llmgateway#3169': [ANONYMITY, 'a spread of 4 + 1 is not shown'],
  'timschofield/webERP#923': [RUN, 'the post decides the questionnaire'],
  'sapplica/sentrifugo#91': [RUN, 'everybody sees what counts, who is asked and until when'],
  'OpenOKR/OpenOKR#41': [
    'unit/cloudfunctions/goals/review.cloud.test.ts',
    'moves no figure, and no figure moves it',
  ],
  'OS-HUBU/opentalent-new#363': [
    SET_UP,
    'colleagues are asked in a template without them once HR gives them a share',
  ],
  'SimonvanAs/tss_ppm#27': [BOARD, 'a changed grade keeps what was before, the reason and who it was'],
  'gabriprat/hoshinplan#52': [PROGRESS, 'a limit counts the reports that kept it'],
  'mattermost/mattermost-handbook#548': [RESULTS, 'nobody reads a result, not even HR'],
};

/** Worked figures of other systems and of guides, and the test that has them; ours are other ones where theirs are wrong. */
const VECTORS: Readonly<Record<string, Where | { readonly leftOut: string }>> = {
  V1: { leftOut: 'a target is set, not worked out from a stretch' },
  V2: { leftOut: 'a target is set, not worked out from a stretch' },
  V3: [PROGRESS, "'below zero', 0, -100, -70, '70'"],
  V4: [PROGRESS, "200, 100, 250, '-50', '0', 'below-start'"],
  V5: [PROGRESS, "100, 0, 80, '20'"],
  V6: [PROGRESS, "100, 20, 0, '125', '100', 'over-target'"],
  V7: [PROGRESS, 'a metric that starts at its target has no way to go'],
  V8: [
    'unit/cloudfunctions/reviews/evidence.cloud.test.ts',
    '0, 200_000_000, 200_000_000, 500_000_000, 500_000_000',
  ],
  V9: [PROGRESS, "'the start counts nothing, whatever the target', 5, 10, 5, '0'"],
  V10: [OBJECTIVE, 'more than all counts as all before the mean is taken'],
  V11: [OBJECTIVE, 'three equal ones of which one is done'],
  V12: [OBJECTIVE, "{ a: [80, 50], b: [20, 100] }, '60'"],
  V13: [OBJECTIVE, "{ a: [40, 40], b: [60, 20] }, '28'"],
  V15: [OBJECTIVE, 'one own key result and four aligned objectives of which one is done is a fifth'],
  V17: [SCORE, 'one section unrated: 3 at 20, 4 and 3 at 30, 2.5 at 10 are 3.17'],
  V19: [GRADES, '4 people in thirds of 33.3, 33.4 and 33.3 % are 1, 2 and 1'],
  V20: [SCORE, "describe('figures'"],
  V21: [SCORE, 'two complaints where five are the target are 250 %, and 120 points at most'],
  V22: [SCORE, 'items count by their relevance: 4 once and 8 twice are 6.67'],
  V23: [GRADES, '65, 40 and 25 count 50, 30.8 and 19.2 %'],
  V25: [SCORE, 'ratings 5 at 30 % and 3 at 70 % alone are 3.6 stars'],
  V27: [SCORE, '12.5 at 30 and 50 at 70 are 38.75'],
  V28: [SCORE, 'never makes five stars everywhere fewer than five'],
  V30: [PROGRESS, "32, 45, 42, '76.9'"],
  V31: [PROGRESS, 'milestones count by their weights'],
  V32: [OBJECTIVE, 'half of the month should be done in the middle of it'],
  V34: { leftOut: 'weights are whole and sum to 100: none is filled up' },
  V35: [SCORE, '84 at 40 and 78 at 30 without the manager are 81.43'],
  V37: [SCORE, '84.95'],
};

const all = { ...COMPLAINTS, ...VECTORS };
const tested = Object.entries(all).flatMap(([id, where]) =>
  'leftOut' in where ? [] : [[id, ...where] as const],
);

test.each(tested)('%s is a test of %s: %s', (_, file, title) => {
  expect(readFileSync(path.join(__dirname, '../../..', file), 'utf8')).toContain(title);
});
