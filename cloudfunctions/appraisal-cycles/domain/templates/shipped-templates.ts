import type { AppraisalScheme, TrainingRule } from '#contracts/appraisal';
import type { Questionnaire } from '#contracts/appraisal-cycle';
import type { LocalText } from '#contracts/common';
import { partOf, SHIPPED_SCHEMES, type ShippedScheme } from '../../../appraisal/rules';
import { coaching, direction, fairness, improving, promises, teamwork } from './items-at-work';
import {
  accuracy,
  customer,
  floor,
  followUp,
  knowledge,
  pipeline,
  quality,
  response,
  service,
  sharing,
  solving,
} from './items-by-trade';
import { ownWords, section, text } from './question';

/** What a company can set up its first cycle with; everything of it can be changed. */
export interface ShippedTemplate extends ShippedScheme {
  /** For whom, in one line. */
  readonly about: LocalText;
  readonly questionnaires: readonly Questionnaire[];
  readonly training: readonly TrainingRule[];
}

const INSIDE = ['self', 'manager', 'peer', 'report'] as const;
const LEADS = section('lead', text('带团队', 'Leading'), 30, [
  direction(40, INSIDE),
  coaching(30, INSIDE),
  fairness(30, INSIDE),
]);

const train = (node: string, id: string, name: LocalText): TrainingRule => ({
  ...{ node, below: 60 },
  training: { id, name },
});
const TRAIN_LEADERS = train('coaching', 'coaching', text('反馈与辅导', 'Feedback and coaching'));

const everybody = (sections: Questionnaire['sections']): Questionnaire => ({
  ...{ id: 'everybody', name: text('通用问卷', 'For everybody'), jobs: [], sections },
});
/** Like the one for everybody, of which the first section counts less, and with what leading is about. */
function leaders(jobs: readonly string[], sections: Questionnaire['sections']): Questionnaire {
  const [first, ...others] = sections;
  if (!first) throw new Error('a questionnaire without sections');
  return {
    ...{ id: 'leaders', name: text('带团队的岗位', 'For who leads a team'), jobs },
    sections: [
      { ...first, weight: first.weight - LEADS.weight },
      ...others.slice(0, -1),
      LEADS,
      ...others.slice(-1),
    ],
  };
}

const RETAIL = [
  section('customers', text('服务', 'Service'), 60, [service(60), knowledge(40)]),
  section('shop', text('门店工作', 'Work in the shop'), 40, [
    floor(50, INSIDE),
    teamwork(25, INSIDE),
    promises(25, INSIDE),
  ]),
  ownWords(),
];
const RESEARCH = [
  section('work', text('工作成果', 'Work'), 60, [quality(50), solving(50)]),
  section('together', text('协作', 'Together'), 40, [teamwork(40), sharing(30), promises(30)]),
  ownWords(),
];
const SALES = [
  section('customers', text('客户', 'Customers'), 60, [customer(50), followUp(50)]),
  section('work', text('工作方式', 'Way of working'), 40, [
    pipeline(50, INSIDE),
    teamwork(25, INSIDE),
    promises(25, INSIDE),
  ]),
  ownWords(),
];
const OFFICE = [
  section('work', text('专业工作', 'Professional work'), 60, [accuracy(50), response(50)]),
  section('together', text('协作与改进', 'Together'), 40, [teamwork(40), improving(30), promises(30)]),
  ownWords(),
];

/** Posts as most companies call those who lead a team; others are added by HR. */
const PARTS: Readonly<Record<ShippedScheme['id'], Omit<ShippedTemplate, keyof ShippedScheme>>> = {
  retail: {
    about: text('适合导购、收银、店长', 'For the sales floor, the till, shop managers'),
    questionnaires: [everybody(RETAIL), leaders(['店长', '副店长', '区域经理'], RETAIL)],
    training: [train('service', 'service', text('顾客接待', 'Receiving customers')), TRAIN_LEADERS],
  },
  research: {
    about: text('适合研发、产品、设计', 'For development, product, design'),
    questionnaires: [everybody(RESEARCH), leaders(['研发主管', '研发经理', '技术总监'], RESEARCH)],
    training: [train('quality', 'quality', text('质量与测试', 'Quality and testing')), TRAIN_LEADERS],
  },
  sales: {
    about: text('适合销售、客户经理', 'For sales and account managers'),
    questionnaires: [everybody(SALES), leaders(['销售主管', '销售经理', '销售总监'], SALES)],
    training: [train('follow-up', 'follow-up', text('客户跟进', 'Following up')), TRAIN_LEADERS],
  },
  office: {
    about: text('适合人事、财务、行政', 'For HR, finance, administration'),
    questionnaires: [everybody(OFFICE), leaders(['人事经理', '财务经理', '行政经理'], OFFICE)],
    training: [train('improving', 'improving', text('流程改进', 'Improving processes')), TRAIN_LEADERS],
  },
};

/** What can count besides, at 0 % until HR gives it a share: colleagues are part of every 360, and HR may enter a figure. */
const others = ({ scheme }: ShippedScheme): AppraisalScheme['parts'] =>
  (['peer', 'figure'] as const)
    .filter((kind) => scheme.parts.every((part) => part.kind !== kind))
    .map((kind) => partOf(kind, 0));

export const SHIPPED_TEMPLATES: readonly ShippedTemplate[] = SHIPPED_SCHEMES.map((shipped) => ({
  ...shipped,
  scheme: { ...shipped.scheme, parts: [...shipped.scheme.parts, ...others(shipped)] },
  ...PARTS[shipped.id],
}));
