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
  'src-bad-url': '“{url}”不是可加载的网址：它应以 https:// 或 http:// 开头，且不含密码。',
  'src-unreachable': '无法读取 {detail}：要么从这里无法访问，要么它不允许其他页面读取（CORS）。请下载 {url} 后拖到这里。',
  'src-not-found': '{detail} 处没有内容（404）。请检查网址；私有仓库无法读取。',
  'src-status': '服务器拒绝：{detail}。请下载 {url} 后拖到这里。',
  'src-refused': '应答指向未经同意的另一服务器（{detail}），未从中加载任何内容。',
  'src-too-large': '{url} 超过 {detail} MB。请下载后拖入所需的部分。',
  'src-too-many': '{url} 包含超过 {detail} 个清单。请指定更下一级的文件夹。',
  'src-nothing': '{url} 处没有清单。',
  withheld: { other: '{count} 个对象可能含有机密信息，未放入链接。' },
};
