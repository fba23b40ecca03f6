import type { samples as en } from '../en/samples.ts';
import type { Translated } from '../types.ts';

export const samples: Translated<typeof en> = {
  'shipped.title': '出厂状态的 node-exporter',
  'shipped.about': 'exporter 只应答本节点；前面的代理提供 https 并要求令牌。',
  'obvious-edit.title': '想当然的改法',
  'obvious-edit.about': '代理还在，exporter 却直接对所有地址开放。两者都要占用 9100 端口，必有一个无法启动。',
  'repaired.title': '改好之后：纯 http',
  'repaired.about': '代理已移除，exporter 在 9100 端口应答，所有名称和协议都一致。',
};
