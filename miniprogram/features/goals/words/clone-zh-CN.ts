/** What the page says that copies goals of an earlier cycle. */
export const cloneZhCN = {
  cloneGoals: {
    to: '复制到{{cycle}}',
    from: '复制自',
    raise: '目标值提高',
    needRaise: '提高的比例要在 0 到 100 之间，填整数',
    fromLast: '从上期的数接着算',
    fromLastNote: '复购率这类一直延续的指标，起点用上期最后的数；每期从零开始数的，仍从原来的起点开始',
    came: '上期完成 {{progress}}',
    was: '原来 {{before}}',
    aligned: '承接“{{title}}”',
    lost: '承接的 {{count}} 个目标这期没有，不复制',
    there: '已经在了',
    sum: '权重合计 {{sum}}%',
    over: '权重合计 {{sum}}%，超过 100%，请少选几个',
    send: '复制 {{count}} 个目标',
    done: '复制了 {{count}} 个目标',
    empty: '那一期没有目标',
    emptyText: '换一期试试，或者直接新建目标',
    leaving: '还没有复制，要离开吗？',
  },
};
