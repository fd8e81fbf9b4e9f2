import type { Day, LocalText } from '#contracts/common';

/** How long somebody who is ill cannot be dismissed for it (医疗期). */
export interface MedicalRule {
  readonly from: Day;
  readonly region: string;
  readonly source: LocalText;
  /** By full years at work in all and with the company; both reached, the last one counts. Months within `window` months. */
  readonly tiers: readonly {
    readonly total: number;
    readonly here: number;
    readonly months: number;
    readonly window: number;
  }[];
  /** One month more for each full year with the company, up to `most`; all sick leave since the person joined counts. */
  readonly perYear: { readonly first: number; readonly most: number } | null;
}

/** Leave types whose days are those of an illness. */
export const MEDICAL_TYPES: readonly string[] = ['sick'];

const tier = (total: number, here: number, months: number, window: number) => ({
  ...{ total, here, months, window },
});

export const MEDICAL_RULES: readonly MedicalRule[] = [
  {
    from: '1995-01-01' as Day,
    region: 'china',
    tiers: [
      tier(0, 0, 3, 6),
      tier(0, 5, 6, 12),
      tier(10, 0, 6, 12),
      tier(10, 5, 9, 15),
      tier(10, 10, 12, 18),
      tier(10, 15, 18, 24),
      tier(10, 20, 24, 30),
    ],
    perYear: null,
    source: {
      'zh-CN': '劳部发〔1994〕479号第三、四条；劳部发〔1995〕236号',
      en: 'Ministry of Labour notice 劳部发〔1994〕479号, arts. 3 and 4, and notice 劳部发〔1995〕236号',
    },
  },
  {
    from: '2015-05-01' as Day,
    region: 'shanghai',
    tiers: [],
    perYear: { first: 3, most: 24 },
    source: {
      'zh-CN': '沪府发〔2015〕40号（满期后是否延续待核实）',
      en: 'Shanghai government notice 沪府发〔2015〕40号 (to be confirmed whether it was extended)',
    },
  },
];
