import type { share as source } from '../en/share.ts';
import type { Translated } from '../types.ts';

export const share: Translated<typeof source> = {
  'not-a-link': '这不是 linkchain 链接：# 之后的内容应以“v1.”开头。',
  truncated: '链接不完整，末尾缺失。请重新完整复制，或请对方改发文件。',
  damaged: '链接在传递过程中被改动，无法读取。请让对方重新发送。',
  newer: '此链接由更新版本的 linkchain 生成（格式 {version}）。请刷新页面，或使用更新的版本打开。',
  'too-large': '链接中的内容超过 {megabytes} MB，未打开。',
  'unknown-codec': '此链接使用了当前版本不认识的压缩方式（“{codec}”）。请刷新页面，或使用更新的版本打开。',
  'wrong-shape': '链接可以解开，但内容不是 linkchain 的状态（位置：{field}），未打开。',
  withheld: { other: '{count} 个对象可能含有机密信息，未放入链接。' },
};
