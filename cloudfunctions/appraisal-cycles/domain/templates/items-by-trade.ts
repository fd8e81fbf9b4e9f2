import { rating, text } from './question';

/** What is rated in one template each. */

export const service = rating('service', text('服务顾客', 'Service to customers'), [
  ['怠慢顾客，有合理的投诉', 'Neglects customers; complaints were justified'],
  ['有问才答，不主动招呼', 'Answers when asked and greets nobody first'],
  ['礼貌接待，能解决常见问题', 'Polite, and solves the usual questions'],
  ['主动了解需要，给出合适的建议', 'Finds out what is needed and recommends what fits'],
  [
    '顾客点名表扬或再来找，棘手的事也处理得让人满意',
    'Customers name them or come back for them, and leave content even after trouble',
  ],
]);

export const knowledge = rating('knowledge', text('讲解清楚', 'Explains well'), [
  ['说不清商品，给过错误的信息', 'Cannot explain the goods, or gave wrong information'],
  ['只会念标签上的内容', 'Reads out what the label says'],
  ['能说明主要特点和价格', 'Explains main features and prices'],
  ['能按我的用途比较几种选择', 'Compares choices for what I need them for'],
  ['讲得明白又诚实，不合适的会直说', 'Clear and honest; says so when something does not fit'],
]);

export const floor = rating('floor', text('门店标准', 'Standards of the shop'), [
  ['陈列、卫生或收银多次不合格', 'Display, cleanliness or till failed the check several times'],
  ['检查前才整理，差错时有发生', 'Tidies up before a check only; mistakes happen'],
  ['达到标准，差错少并能及时更正', 'Meets the standards; few mistakes, corrected at once'],
  [
    '不用提醒也一直保持标准，缺货和临期早发现',
    'Keeps the standards unasked; sees early what runs out or expires',
  ],
  [
    '带动全店保持标准，做法被别的门店采用',
    'Has the whole shop keep them; other shops take over the way of working',
  ],
]);

export const quality = rating('quality', text('交付质量', 'Quality of delivery'), [
  ['交付的东西常常不能用，返工多', 'What is delivered often does not work and has to be redone'],
  ['能用，但遗漏多，要别人把关', 'Works, but misses a lot; others have to check it'],
  ['达到要求，问题少', 'Meets what was asked, with few problems'],
  ['考虑周全，有测试和文档，别人接手不费力', 'Thought through, tested and documented; easy to take over'],
  ['质量成为团队的样板，长期稳定', 'A model for the team, stable over a long time'],
]);

export const solving = rating('solving', text('解决问题', 'Solving problems'), [
  ['遇到问题停下来等', 'Stops and waits when there is a problem'],
  ['要别人给出做法才能继续', 'Goes on once others say how'],
  ['能独立解决熟悉范围内的问题', 'Solves problems in familiar ground alone'],
  ['能拆解陌生的难题，说清取舍', 'Takes apart new, hard problems and explains the trade-offs'],
  [
    '解决了团队长期卡住的难题，并讲清楚为什么',
    'Solved what the team had long been stuck with, and explains why it works',
  ],
]);

export const sharing = rating('sharing', text('分享知识', 'Sharing knowledge'), [
  ['知识只在自己手里，离开就没人会', 'Keeps what they know to themselves; nobody else can do it'],
  ['问到才说，没有留下记录', 'Tells when asked and writes nothing down'],
  ['关键的做法有记录，愿意回答问题', 'Writes down what matters and answers questions'],
  ['主动写文档、做评审，帮新同事上手', 'Writes documents, reviews work and helps newcomers unasked'],
  ['提高了整个团队的水平', 'Has raised the level of the whole team'],
]);

export const customer = rating('customer', text('了解客户', 'Knows the customer'), [
  ['不了解客户的业务，只推销产品', 'Knows nothing of my business and just pushes products'],
  ['知道我要什么，不清楚为什么要', 'Knows what I want, not why'],
  ['了解主要需求，方案基本合适', 'Knows the main needs; what is offered mostly fits'],
  ['了解业务和顾虑，方案有针对性', 'Knows the business and its worries; the offer is made for it'],
  ['像自己人一样想在前面，帮我少走弯路', 'Thinks ahead like one of us and spares me detours'],
]);

export const followUp = rating('follow-up', text('跟进和兑现', 'Follow-up and delivery'), [
  ['签约前后两个样，找不到人', 'One face before signing, another after; cannot be reached'],
  ['要催才有回音', 'Answers after reminders'],
  ['按约定跟进，承诺能兑现', 'Follows up as agreed and delivers'],
  ['主动同步进展，有变化提前沟通', 'Reports progress unasked and tells early what changes'],
  ['出了问题也负责到底，值得长期合作', 'Sees it through even when things go wrong; a partner for years'],
]);

export const pipeline = rating('pipeline', text('客户管理', 'Care for the pipeline'), [
  ['客户记录缺失，预测靠猜', 'No records of customers; forecasts are guesses'],
  ['记录不及时，预测经常偏差很大', 'Late records; forecasts are often far off'],
  ['记录完整，预测大体准确', 'Complete records; forecasts are mostly right'],
  ['有计划地开拓和维护，预测可靠', 'Plans whom to win and to keep; forecasts can be relied on'],
  ['沉淀出可复制的打法，带动团队', 'Has made a way of selling that others can copy'],
]);

export const accuracy = rating('accuracy', text('准确', 'Accuracy'), [
  ['经常出错，影响到别人', 'Frequent mistakes that affect others'],
  ['有差错，多由别人发现', 'Mistakes, mostly found by others'],
  ['差错少，自己能发现并更正', 'Few mistakes, found and corrected by themselves'],
  ['流程里有核对，几乎没有差错', 'Checks are part of the process; hardly any mistakes'],
  [
    '让别人也不容易出错：把规则写清、把检查做进流程',
    'Makes it hard for others to err: clear rules, checks built in',
  ],
]);

export const response = rating('response', text('响应和支持', 'Response and support'), [
  ['找不到人，问题没有回音', 'Cannot be reached; questions stay unanswered'],
  ['回应慢，要问几次', 'Slow, has to be asked several times'],
  ['按约定时间回应，能解决一般问题', 'Answers in the agreed time and solves the usual matters'],
  ['回应快，讲清楚为什么和怎么办', 'Quick, and explains why and how'],
  ['提前想到业务需要，让别人少跑一趟', 'Sees needs coming and saves others the trip'],
]);
