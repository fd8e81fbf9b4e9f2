/** What only charts say in Chinese; see the main package's `locales/zh-CN.ts`. */
export const zhCN = {
  chart: {
    table: '看数字',
    hideTable: '收起数字',
    none: '还没有可以画的数字',
    notDrawn: '这台手机画不出图，数字在下面',
    gap: '–',
    pair: '{{at}} {{text}}',
    part: '{{name}}：{{values}}',
  },
};
