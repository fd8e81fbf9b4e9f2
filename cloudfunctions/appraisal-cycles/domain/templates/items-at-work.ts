import { rating, text } from './question';

/** What is rated in several templates. */

export const promises = rating('promises', text('说到做到', 'Keeps promises'), [
  [
    '答应的事常常没有下文，要别人反复追问',
    'What was promised often comes to nothing; others have to ask again and again',
  ],
  ['时常拖延，快到期限才说做不完', 'Often late, and says so only just before it is due'],
  ['多数按时完成，偶尔要提醒', 'Mostly on time, with a reminder now and then'],
  ['按时完成，遇到困难提前说明并给出新的时间', 'On time; says early what gets in the way, with a new date'],
  [
    '一贯可靠，别人放心把要紧的事交过来',
    'Always reliable; people hand over what matters without a second thought',
  ],
]);

export const teamwork = rating('teamwork', text('协作', 'Teamwork'), [
  ['只顾自己的事，配合时推诿', 'Sees to their own matters only and puts others off'],
  ['要求了才配合，信息给得不完整', 'Helps when told to, and shares half of what is needed'],
  ['正常配合，能按约定交接', 'Works with others as agreed and hands over properly'],
  ['主动补位，提前告知会影响别人的变化', 'Steps in unasked and tells early what will affect others'],
  [
    '让整个团队更顺：化解分歧，带着大家把事做成',
    'Makes the whole team work better: settles differences and gets things done together',
  ],
]);

export const improving = rating('improving', text('主动改进', 'Improves things'), [
  ['问题重复出现也不处理', 'Lets the same problem come back again and again'],
  ['指出问题，但不动手解决', 'Names problems and leaves them to others'],
  ['自己范围内的问题能及时解决', 'Solves problems within their own work in time'],
  [
    '找到原因并改掉做法，问题不再出现',
    'Finds the cause and changes the way of working, so that it stays solved',
  ],
  ['改进被团队采用，效果看得见', 'Their improvements are taken up by the team, with results one can see'],
]);

export const direction = rating('direction', text('目标清楚', 'Clear direction'), [
  [
    '团队不知道什么最重要，要求经常变来变去',
    'The team does not know what matters; demands change all the time',
  ],
  ['说了要做什么，没说为什么和做到什么程度', 'Says what to do, not why or how well'],
  ['目标和分工清楚，大家知道自己负责什么', 'Goals and roles are clear; everybody knows what is theirs'],
  ['讲清楚取舍，变化时及时重新对齐', 'Explains priorities and realigns in time when things change'],
  [
    '团队理解方向并能自己做判断，不用等指示',
    'The team understands the direction and decides by it without waiting',
  ],
]);

export const coaching = rating('coaching', text('反馈和辅导', 'Feedback and coaching'), [
  ['从不反馈，出了问题才批评', 'Gives no feedback but blame when something went wrong'],
  ['反馈笼统，听完不知道怎么改', 'Vague feedback; one does not know what to change'],
  ['能指出具体的事，偶尔给出建议', 'Names concrete matters, with advice now and then'],
  [
    '及时、具体、对事不对人，并跟进改进',
    'In time, concrete, about the matter and not the person, and follows up',
  ],
  [
    '让人明显成长，愿意把机会交给下属并托底',
    'People grow visibly; hands over chances and stands behind them',
  ],
]);

export const fairness = rating('fairness', text('公平', 'Fairness'), [
  ['分工和评价凭亲疏，让人不服', 'Work and praise go by favour'],
  ['标准不一，常常说不清依据', 'Uneven standards, often without a reason'],
  ['大体公平，能说明理由', 'Mostly fair, and can say why'],
  ['标准公开，功劳归到做事的人', 'Open standards; credit goes to who did the work'],
  ['有分歧时也让人信服，敢为团队承担责任', 'Convinces even where people disagree, and answers for the team'],
]);
