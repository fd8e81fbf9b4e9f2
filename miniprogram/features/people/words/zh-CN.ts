/** What only these pages say in Chinese; see the main package's `locales/zh-CN.ts`. */
export const zhCN = {
  binding: {
    title: '输入邀请码',
    text: '这个微信还没有绑定员工。输入人事发给你的 8 位邀请码，一个码只能用一次。',
    label: '邀请码',
    placeholder: '8 位字母或数字，可直接粘贴',
    submit: '绑定',
    submitting: '正在绑定',
    short: '邀请码是 8 位，还差 {{count}} 位',
    help: '没有邀请码？请联系人事。',
    done: '已绑定 {{name}}',
    enter: '进入今日',
  },
  about: {
    version: '版本 {{version}}',
    development: '开发版',
    dataTitle: '保存哪些数据',
    dataPunch:
      '打卡：时间、位置、定位误差，外勤打卡的照片、地点和说明，扫的码、收到的门口信标或连着的公司 Wi-Fi。只在你点击打卡时保存。',
    dataDevice:
      '手机编号：第一次打卡时随机生成，随打卡保存，用来发现一部手机替多人打卡。每个微信账号在每部手机上各有一个：两个微信账号用同一部手机，靠它看不出来。不是手机的型号、号码或序列号。',
    dataBiometric:
      '指纹和面容：只在手机里比对，不上传也不保存。服务器收到微信确认的结果，和由手机芯片编号算出的一串字符，它代替手机编号：不同的微信账号用同一部手机也看得出来。',
    dataHint: '打开今日页时会读取一次位置，只用来提示是否在打卡地点，不上传也不保存。',
    dataPhone: '手机里：上次的今日数据、还没有送出的打卡、手机编号、语言选择。',
    dataPeople: '资料：姓名、部门、岗位、直属主管，由公司登记。',
    privacy: '隐私保护指引',
    privacyMissing: '这个微信版本不能打开隐私保护指引，请在小程序右上角菜单里查看。',
  },
};
