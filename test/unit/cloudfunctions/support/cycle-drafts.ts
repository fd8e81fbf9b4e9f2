/** What HR sends to set up the cycle of November, from the template for shops. */
export const CYCLE_DRAFT = {
  template: 'retail',
  goalCycleId: '2026-11',
  title: { 'zh-CN': '2026年11月考核', en: 'Appraisal 2026-11' },
  shares: [
    { id: 'kpi', share: 50 },
    { id: 'customer', share: 30 },
    { id: 'manager', share: 20 },
  ],
  departments: [],
  hiredUntil: '2026-11-01',
  threshold: 4,
  peers: { least: 4, most: 8 },
  peersUntil: '2026-12-03',
  confirmUntil: '2026-12-07',
  answersUntil: '2026-12-14',
  appealDays: 5,
};

const said = (zh: string, en: string) => ({ 'zh-CN': zh, en });

/** A short questionnaire on the levels 1 to 5. */
export const QUESTIONNAIRE = {
  name: said('店长', 'Shop managers'),
  jobs: ['店长'],
  sections: [
    {
      id: 'shop',
      name: said('门店', 'Shop'),
      weight: 100,
      items: [
        {
          id: 'order',
          name: said('秩序', 'Order'),
          rated: {
            weight: 1,
            levels: [1, 2, 3, 4, 5].map((level) => said(`第${level}级`, `Level ${level}`)),
          },
        },
      ],
    },
    {
      id: 'words',
      name: said('其他', 'More'),
      weight: 0,
      items: [{ id: 'more', name: said('还有什么', 'What else'), rated: null }],
    },
  ],
};
