/** What only these pages say in Chinese; see the main package's `locales/zh-CN.ts`. */
export const zhCN = {
  inbox: {
    empty: '还没有消息',
    emptyAction: '去看我的申请',
    emptyText: '申请有结果，或有事等你处理时，会出现在这里。',
    loadFailed: '没有取到消息',
    moreFailed: '没有取到更早的消息',
    loadingMore: '正在取更多',
    unread: '未读',
    label: '{{title}}，{{time}}',
    ask: '下一次有结果时，用微信提醒我',
    allow: '允许提醒',
    asked: '已允许，下一次会用微信提醒你',
    refused: '没有打开微信提醒，消息仍会出现在这里',
    askFailed: '微信暂时没能询问，消息仍会出现在这里',
  },
  messages: {
    request: {
      waiting: '{{applicant}}的{{type}}等你审批',
      urged: '{{applicant}}催你审批{{type}}',
      escalated: '{{applicant}}的{{type}}超时未处理，转给你',
      approved: '你的{{type}}已同意',
      rejected: '你的{{type}}被拒绝',
      returned: '你的{{type}}被退回，请修改后再提交',
      cc: '{{applicant}}的{{type}}抄送给你',
      cancelled: '{{type}}已撤销',
      recounted: '{{cause}}有变动，你的{{title}}改为 {{after}}（原 {{before}}）',
      'recounted-same': '{{cause}}有变动，你的{{title}}已按新的安排重算',
      'recounted-ended': '{{cause}}有变动，你的{{title}}不再需要，已由系统取消',
      'recounted-open': '{{cause}}有变动，你的{{title}}重算后超出余额或规则，暂不更改，人事会处理',
      'recounted-many': '{{cause}}有变动，你有 {{count}} 项申请重新计算',
      handled: '{{applicant}}的{{type}}，已不用你处理',
      reason: '原因：{{comment}}',
    },
    change: {
      open: '{{cause}}有变动，有 {{count}} 项申请重算后超出余额或规则，需要处理',
    },
    person: {
      'office-bound': '{{name}}（人事、薪酬或管理员）刚用邀请码绑定了微信。若非本人，请在云控制台解除绑定',
      changed: '{{person}}的任职有变动：{{what}}',
      settings: {
        managerId: '主管',
        departmentId: '部门',
        assignments: '班次和地点',
        lastDay: '最后工作日',
      },
    },
    data: {
      faults: '有 {{count}} 条资料存得不完整，已被跳过，请看“待修数据”',
    },
    own: {
      shift: '{{name}}改了自己也在上的班次“{{title}}”，请看看它的修改记录',
      site: '{{name}}改了自己也在用的打卡地点“{{title}}”，请看看它的修改记录',
      calendar: '{{name}}改了 {{year}} 年的公司日历，本人的工作日也随之改变，请看看修改记录',
    },
    handover: {
      assigned: '{{applicant}}在 {{lastDay}} 离职，有交接等你确认',
    },
    'comp-time': {
      expiring: '{{span}}调休将在 {{day}} 到期',
    },
    attendance: {
      flagged: '{{day}} 的打卡需要核实',
    },
    picture: {
      'hidden-own': '你的申请里有一张图片没有通过微信的内容检查，已隐藏。打开申请看看可以怎么办',
      'hidden-unused': '你刚添加的一张图片没有通过微信的内容检查，请删除后换一张',
      hidden: '{{applicant}}的申请里有一张图片被微信的内容检查隐藏。如果审批需要它，请把申请退回',
      unchecked: '微信没有答复 {{day}} 的图片能否展示，请让管理员检查云开发控制台的消息推送设置',
    },
    month: {
      'unlock-asked': '{{name}}申请解锁{{month}}的考勤，等你或其他人事、管理员确认',
      'unlock-refused': '{{name}}不同意解锁{{month}}的考勤',
      unlocked: '{{name}}同意解锁{{month}}的考勤，可以再结算一遍',
    },
  },
};
