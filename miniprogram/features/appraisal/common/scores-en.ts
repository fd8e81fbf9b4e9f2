import type { scoresZh } from './scores-zh-CN';

/** How a score is worked out, in the words that screens and exports share. */
export const scoresEn: typeof scoresZh = {
  scoreTotal: 'Total',
  scoreMissing: {
    'no-data': 'No data, so the others count for it in proportion',
    'not-enough-answers': 'Not enough answers, so the others count for it in proportion',
    late: 'Not handed in by the deadline, so the others count for it in proportion',
    'not-asked': 'Not asked for this time, so the others count for it in proportion',
    'not-agreed': 'Nobody above has agreed to the target, so the others count for it in proportion',
    excluded: 'Left out by HR, so the others count for it in proportion',
  },
  scoreBasis: {
    mean: '{{terms}} = {{shown}}',
    meanTerm: '{{shown}} × {{share}}%',
    plus: ' + ',
    rating: '{{mean}} on a scale of {{least}} to {{most}} is {{shown}} points',
    ratings: 'At least {{people}} answers, {{mean}} on a scale of {{least}} to {{most}}: {{shown}} points',
    means: {
      exact: 'mean {{mean}}',
      'at-least': 'mean {{mean}} or more, counted as {{most}},',
      'at-most': 'mean {{mean}} or less',
      about: 'mean about {{mean}}',
    },
    more: 'Actual {{actual}}, target {{target}}: {{reached}}% reached',
    less: 'Actual {{actual}}, target {{target}}, the less the better: {{reached}}% reached',
    none: 'Actual {{actual}}, target {{target}}, the less the better: the best there is',
    value: 'Actual {{actual}}',
    scored: '{{measure}}; {{result}}',
    linear: '{{shown}} points',
    most: 'at most {{shown}} points',
    least: 'at least {{shown}} points',
    level: 'level {{at}} is reached: {{score}} points',
    line: 'level {{at}} gives {{score}} points and level {{toAt}} {{toScore}}: in proportion {{shown}} points',
    short: 'short of level {{at}}, the lowest: {{shown}} points',
    levelMost: 'level {{at}} is reached: at most {{shown}} points',
    levelLeast: 'level {{at}} is reached: at least {{shown}} points',
    lineMost: 'level {{at}} gives {{score}} points and level {{toAt}} {{toScore}}: at most {{shown}} points',
    lineLeast:
      'level {{at}} gives {{score}} points and level {{toAt}} {{toScore}}: at least {{shown}} points',
  },
};
